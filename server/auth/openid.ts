import 'server-only';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import { z } from 'zod';
import { words } from '@/contract/shapes';
import { env } from '@/server/env';
import { AppError } from '@/server/errors';

export const openIdProvider = 'oidc';

const claimsShape = z.object({
  iss: words.min(1).max(500),
  sub: words.min(1).max(255),
  email: words.max(320).optional(),
  email_verified: z.union([z.boolean(), z.string()]).optional(),
  name: words.max(200).optional(),
  auth_time: z.number().optional(),
});

/** What the provider says of who signed in there. */
export type Claims = {
  issuer: string;
  subject: string;
  /** Null unless the provider vouches for it. */
  verifiedEmail: string | null;
  name: string | null;
  /** When they proved there who they are; null where the provider does not say, as it must where `max_age` was asked. */
  authenticatedAt: Date | null;
  groups: string[];
};

/** @throws AppError forbidden for an answer of another issuer, or without what every issuer says */
export function readClaims(profile: unknown): Claims {
  const { success, data } = claimsShape.safeParse(profile);
  const { OIDC_ISSUER, OIDC_GROUPS_CLAIM } = env();
  if (!success || data.iss.replace(/\/+$/, '') !== OIDC_ISSUER) {
    throw new AppError('forbidden', 'The provider did not say who this is.', { data: { reason: 'provider_failed' } });
  }
  const groups = (profile as Record<string, unknown>)[OIDC_GROUPS_CLAIM];
  const all = Array.isArray(groups) ? groups : [groups];
  return {
    issuer: OIDC_ISSUER,
    subject: data.sub,
    verifiedEmail: data.email && String(data.email_verified) === 'true' ? data.email : null,
    name: data.name?.trim() || null,
    authenticatedAt: data.auth_time ? new Date(Math.min(Date.now(), data.auth_time * 1000)) : null,
    groups: all.filter((group) => typeof group === 'string'),
  };
}

/** The provider of OIDC_ISSUER, if there is one. Code flow with PKCE, state and nonce; what it signs comes first. */
export function openIdProviders(): OAuthConfig<Record<string, unknown>>[] {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME, OIDC_SCOPE } = env();
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) return [];
  return [
    {
      id: openIdProvider,
      name: OIDC_NAME,
      type: 'oauth',
      wellKnown: `${OIDC_ISSUER}/.well-known/openid-configuration`,
      clientId: OIDC_CLIENT_ID,
      clientSecret: OIDC_CLIENT_SECRET,
      authorization: { params: { scope: OIDC_SCOPE } },
      checks: ['pkce', 'state', 'nonce'],
      idToken: true,
      httpOptions: { timeout: 10_000 },
      userinfo: {
        request: async ({ client, tokens }) =>
          ({
            ...(client.issuer.metadata.userinfo_endpoint ? await client.userinfo(tokens as never) : {}),
            ...(client.issuer.metadata.jwks_uri && readIdToken(tokens.id_token)),
          }) as never,
      },
      profile: ({ sub }) => ({ id: String(sub) }),
    },
  ];
}

/** Its signature, audience, times and nonce have been checked when it came. */
function readIdToken(idToken: string | undefined): Record<string, unknown> {
  const [, payload = ''] = (idToken ?? '').split('.');
  return JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
}

/** What the button says, and which identities are its; null where there is no provider. */
export function describeProvider(): { name: string; issuer: string } | null {
  const { OIDC_ISSUER: issuer, OIDC_NAME: name } = env();
  return issuer ? { name, issuer } : null;
}
