import 'server-only';
import type { Transaction } from '@/server/database/client';

/** First parts of addresses that are not teams. */
const taken = new Set(
  'api sign-in sign-out setup callback outcome invitation forgot-password reset-password connect healthz readyz metrics docs guide account admin static public team'.split(
    ' ',
  ),
);
const longest = 40;

/** The team's part of its addresses, from its name: `Acme Media K.K.` → `acme-media-k-k`, or with a number if that is in use. */
export async function freeSlug(tx: Transaction, teamName: string): Promise<string> {
  // Two of one name at once: the second waits, and sees the first.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('team slugs', 0))`;
  const wanted = toSlug(teamName);
  const rows = await tx.team.findMany({ where: { slug: { startsWith: wanted } }, select: { slug: true } });
  const used = new Set(rows.map(({ slug }) => slug));
  if (!used.has(wanted) && !taken.has(wanted)) return wanted;
  let number = taken.has(wanted) ? 1 : 2;
  while (used.has(`${wanted}-${number}`)) number += 1;
  return `${wanted}-${number}`;
}

function toSlug(name: string): string {
  const ascii = name.normalize('NFKD').replace(/\p{Mark}/gu, '');
  const words = ascii.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return words.join('-').slice(0, longest).replace(/-$/, '') || 'team';
}
