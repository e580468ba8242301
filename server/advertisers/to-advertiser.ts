import 'server-only';
import type { Advertiser } from '@/contract/advertisers';
import { Prisma } from '@/server/database/generated/client';

/** What an advertiser is told as, of `a` and `r`. */
export const advertiserColumns = Prisma.sql`a."advertiserId", a.name, a.status, a.company, a.country, a.currency, a.timezone,
  a."businessCenter", r."connectionCount", r."liveCount", r."personCount", r.reach, a."firstSeenAt", a."describedAt"`;

export type AdvertiserRow = Omit<Advertiser, 'firstSeenAt' | 'describedAt'> & {
  firstSeenAt: Date;
  describedAt: Date | null;
};

export function toAdvertiser({ firstSeenAt, describedAt, ...row }: AdvertiserRow): Advertiser {
  return { ...row, firstSeenAt: firstSeenAt.toISOString(), describedAt: describedAt?.toISOString() ?? null };
}
