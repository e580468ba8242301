import 'server-only';
import type { View, ViewFilter, ViewNoun } from '@/contract/views';
import type { Actor } from '@/server/auth/actor';
import type { Prisma } from '@/server/database/generated/client';
import { readQuery } from './read-query';

export const viewSelect = {
  id: true,
  noun: true,
  name: true,
  query: true,
  shared: true,
  createdAt: true,
  member: { select: { user: { select: { id: true, name: true } } } },
} satisfies Prisma.SavedViewSelect;

export type ViewRow = Prisma.SavedViewGetPayload<{ select: typeof viewSelect }>;

/** How many rows of each list match a filter. The lists are other nouns: whoever binds the verbs hands this in. */
export type Counters = { [Noun in ViewNoun]: (actor: Actor, filter: ViewFilter<Noun>) => Promise<number> };

export async function toView(actor: Actor, { member, ...row }: ViewRow, counters: Counters): Promise<View> {
  const noun = row.noun as ViewNoun;
  return {
    ...row,
    noun,
    owner: member.user,
    mine: member.user.id === actor.id,
    count: await countOf(actor, noun, row.query, counters),
    createdAt: row.createdAt.toISOString(),
  };
}

async function countOf<Noun extends ViewNoun>(actor: Actor, noun: Noun, query: string, counters: Counters) {
  const filter = readQuery(noun, query);
  return filter && counters[noun](actor, filter);
}
