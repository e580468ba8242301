import 'server-only';
import { type z } from 'zod';
import { readEnvelope } from './envelope';
import { failure } from './failure';
import { type TikTokHost } from './host';
import { send, type TikTokRequest } from './send';

/** One call to TikTok and its `data` in the shape asked for. Every way to fail is a TikTokError. */
export async function callTikTok<T>(
  host: TikTokHost,
  call: TikTokRequest,
  shape: z.ZodType<T>,
): Promise<{ data: T; requestId: string | null }> {
  const reply = await send(host, call);
  const { data, requestId } = readEnvelope(call.endpoint, reply, secretsOf(call));
  const read = shape.safeParse(data);
  if (!read.success) throw failure(call.endpoint, 'unreadable', { httpStatus: reply.httpStatus, requestId });
  return { data: read.data, requestId };
}

function secretsOf({ accessToken, body, query }: TikTokRequest): string[] {
  const secrets = [accessToken, body?.secret, body?.auth_code, body?.access_token, query?.secret];
  return secrets.filter((secret): secret is string => typeof secret === 'string');
}
