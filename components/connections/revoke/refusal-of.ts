import { z } from 'zod';
import type { TikTokFailure } from '@/contract/shapes';
import { readFailure } from '@/lib/api-failure';

const upstream = z.object({
  tiktok: z.object({
    code: z.number().nullable(),
    message: z.string().nullable(),
    request_id: z.string().nullable(),
  }),
  classification: z.object({ key: z.string() }),
});

/** TikTok's refusal inside an error of our API; null for any other error. */
export function refusalOf(error: Error): TikTokFailure | null {
  const { success, data } = upstream.safeParse(readFailure(error).data);
  if (!success) return null;
  const { code, message, request_id: requestId } = data.tiktok;
  return { key: data.classification.key, code, message: message || null, requestId };
}
