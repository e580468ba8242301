import { type Address, addressesIn } from './address';
import { decodeUntil, piecesOf, unescapeText } from './pasted-text';

export type AuthorizedUrlParts = { appId: string; redirectUrl: string | null; state: string | null };

/** What a pasted Authorized URL says, in today's form or the one TikTok used before; null for any other text. */
export function readAuthorizedUrl(pasted: string): AuthorizedUrlParts | null {
  if (pasted.length > 20_000) return null;
  const joined = piecesOf(pasted)
    .map(({ text }) => text)
    .join('');
  return addressesIn(unescapeText(joined)).map(partsOfAuthorizedUrl).find(Boolean) ?? null;
}

/** Any host will do, a simulator's too: what is read only fills a form. */
export function partsOfAuthorizedUrl({ base, parameters }: Address): AuthorizedUrlParts | null {
  if (!base || !/\/(?:portal|marketing_api)\/auth\/?$/.test(base)) return null;
  const raw = (name: string) => parameters.find((parameter) => parameter.name === name)?.raw ?? '';
  const appId = raw('app_id');
  if (!/^\d{1,32}$/.test(appId)) return null;
  const redirectUrl = decodeUntil(raw('redirect_uri'), isHttpUrl);
  const state = decodeUntil(raw('state'), () => false);
  return { appId, redirectUrl: isHttpUrl(redirectUrl) ? redirectUrl : null, state: state || null };
}

function isHttpUrl(text: string): boolean {
  return /^https?:\/\//i.test(text) && text.length <= 512 && URL.canParse(text);
}
