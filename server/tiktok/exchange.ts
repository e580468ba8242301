import 'server-only';
import { LosslessNumber } from 'lossless-json';
import { z } from 'zod';
import { readEnvelope } from './envelope';
import { failure, refusal } from './failure';
import { type TikTokHost } from './host';
import { id } from './lossless';
import { type RawReply, send } from './send';

export type AppCredentials = { appId: string; secret: string };

export type Exchanged = {
  accessToken: string;
  /** What the advertiser approved, which may be less than the app asks for. */
  scopes: string[];
  /** `null`: the answer does not say. `[]`: no ad account was ticked. */
  advertiserIds: string[] | null;
  requestId: string | null;
};

/**
 * Trades an auth_code, which works once, for TikTok's answer as it came: keep that before reading it. Listing the
 * advertisers of a user with thousands can time out, so a second try after a silent first one should leave them out.
 */
export function exchange(
  host: TikTokHost,
  app: AppCredentials,
  authCode: string,
  { withAdvertisers = true } = {},
): Promise<RawReply> {
  const body = { app_id: app.appId, secret: app.secret, auth_code: authCode };
  return send(host, {
    endpoint: 'exchange',
    body: withAdvertisers ? body : { ...body, return_advertiser_ids: false },
  });
}

const grant = z.object({
  access_token: z.string().regex(/^[\x21-\x7e]{16,4096}$/),
  scope: z.unknown().optional(),
  advertiser_ids: z.unknown().optional(),
});

/** Reads a kept answer. There is a token only where `code` is 0 and the token a string; all else is a TikTokError. */
export function readExchangeReply(reply: RawReply, secrets: readonly string[] = []): Exchanged {
  const { httpStatus } = reply;
  const { code, data, requestId } = readEnvelope('exchange', reply, secrets);
  if (code !== 0) throw refusal('exchange', code, '', { httpStatus, requestId });
  const granted = grant.safeParse(data);
  if (!granted.success) throw failure('exchange', 'no_token', { httpStatus, requestId });
  const { access_token: accessToken, scope, advertiser_ids } = granted.data;
  return { accessToken, scopes: readScopes(scope), advertiserIds: readAdvertiserIds(advertiser_ids), requestId };
}

/** A list of numbers, a list of strings, or, for TikTok accounts, one string: ids and names stay as they came. */
function readScopes(scope: unknown): string[] {
  const parts = Array.isArray(scope) ? scope : typeof scope === 'string' ? scope.split(/[^\w.-]+/) : [scope];
  const names = parts.map((part) => (part instanceof LosslessNumber ? part.value : part));
  return [...new Set(names.filter((name): name is string => typeof name === 'string' && /^[\w.-]{1,64}$/.test(name)))];
}

/** A list of which nothing can be read is unknown, not empty: empty means that the advertiser ticked none. */
function readAdvertiserIds(list: unknown): string[] | null {
  if (!Array.isArray(list)) return null;
  const ids = list.map((entry) => id.safeParse(entry)).flatMap(({ data }) => data ?? []);
  return ids.length || !list.length ? [...new Set(ids)] : null;
}
