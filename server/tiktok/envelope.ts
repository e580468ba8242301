import 'server-only';
import { parse } from 'lossless-json';
import { z } from 'zod';
import { type TikTokEndpoint } from '@/contract/tiktok-endpoints';
import { metrics } from '@/server/metrics/metrics';
import { failure, refusal } from './failure';
import { count } from './lossless';
import { redact } from './redact';
import { type RawReply } from './send';

const envelope = z.object({
  code: count,
  message: z.unknown().optional(),
  request_id: z.unknown().optional(),
  data: z.unknown().optional(),
});
const requestIdShape = z.string().regex(/^[\w-]{1,64}$/);

export type Envelope = { code: 0 | 20001; requestId: string | null; data: unknown };

/**
 * Opens TikTok's `{code, message, request_id, data}`. `code` alone decides, whatever the HTTP status says; anything
 * but 0 and 20001 (partly done) is thrown as TikTokError, with `secrets` struck from TikTok's message.
 */
export function readEnvelope(endpoint: TikTokEndpoint, reply: RawReply, secrets: readonly string[] = []): Envelope {
  const { httpStatus } = reply;
  const opened = envelope.safeParse(parseLossless(reply.body));
  if (!opened.success) throw failure(endpoint, reply.cut ?? pageKind(httpStatus), { httpStatus });
  const { code, message, request_id, data } = opened.data;
  const requestId = requestIdShape.nullable().catch(null).parse(request_id);
  if (code !== 0 && code !== 20001) throw refusal(endpoint, code, redact(message, secrets), { httpStatus, requestId });
  metrics().answers.inc({ endpoint, key: 'ok' });
  return { code, requestId, data };
}

function parseLossless(body: Uint8Array): unknown {
  try {
    return parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}

function pageKind(httpStatus: number) {
  if (httpStatus === 404) return 'not_found_page';
  if (httpStatus === 429) return 'rate_limited';
  return httpStatus >= 500 ? 'server_error' : 'unreadable';
}
