import 'server-only';
import type { TikTokUser } from '@/contract/shapes';
import type { OpenApp } from '@/server/credentials/open-app';
import type { AdvertiserInfo } from '@/server/tiktok/advertisers';
import { askReach, type Answers } from './ask-reach';
import { judge } from './judge';

type Description = {
  status: string | null;
  company: string | null;
  country: string | null;
  currency: string | null;
  timezone: string | null;
  businessCenter: string | null;
};

/** An advertiser as far as it is known: a bare id, with a name, or described. */
export type KnownAdvertiser = { advertiserId: string; name?: string | null; description?: Description };

/** Whose a token is and what it reaches. Plain JSON: it is also kept beside a token that is held aside. */
export type Reach = {
  /** Null where TikTok did not say. */
  user: TikTokUser | null;
  /** Null where TikTok did not say, which is not the same as none. */
  advertisers: KnownAdvertiser[] | null;
};

/**
 * Whose a token is and what it reaches, its first hundred advertisers described. That it returns is proof that TikTok
 * knows the token. @throws TikTokError where it does not, where it refuses the app, or where nobody can tell.
 */
export async function readReach(app: OpenApp, accessToken: string): Promise<Reach> {
  const answers = await askReach(app, accessToken);
  const finding = judge(answers);
  if (finding.kind === 'works' || finding.kind === 'degraded' || finding.kind === 'unverifiable')
    return reachOf(answers);
  throw finding.cause;
}

export function reachOf({ user, advertisers, descriptions }: Answers): Reach {
  const described = new Map(descriptions?.value?.map((row) => [row.advertiserId, toAdvertiser(row)]));
  return {
    user: user.value?.coreUserId
      ? {
          id: user.value.coreUserId,
          name: user.value.displayName || null,
          email: user.value.maskedEmail || null,
          avatarUrl: user.value.avatarUrl || null,
        }
      : null,
    advertisers:
      advertisers?.value?.map(({ advertiserId, name }) => {
        const known = described.get(advertiserId);
        return { advertiserId, ...known, name: known?.name || name || null };
      }) ?? null,
  };
}

export function toAdvertiser({ advertiserId, name, ownerBcId, ...info }: AdvertiserInfo): KnownAdvertiser {
  const { status, company, country, currency, timezone, displayTimezone } = info;
  const described = { status, company, country, currency, timezone: timezone ?? displayTimezone };
  return { advertiserId, name: name || null, description: { ...described, businessCenter: ownerBcId } };
}
