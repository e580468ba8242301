import 'server-only';
import { Prisma } from '@/server/database/generated/client';

/** Expected advertisers as `e`, how they are reached as `r`, and what is known of them as `a`: both may be nothing. */
export const expected = Prisma.sql`"CoverageEntry" e
  LEFT JOIN "AdvertiserReach" r ON r."teamId" = e."teamId" AND r."advertiserId" = e."advertiserId"
  LEFT JOIN "Advertiser" a ON a."teamId" = e."teamId" AND a."advertiserId" = e."advertiserId"`;

/** In words that sort worst first (contract/advertiser-words.ts). */
export const coverageOf = Prisma.sql`CASE r.reach WHEN 'broken_only' THEN 'broken_only' WHEN 'one_token' THEN 'once'
  WHEN 'one_person' THEN 'covered' WHEN 'several' THEN 'covered' ELSE 'uncovered' END`;
