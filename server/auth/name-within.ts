import 'server-only';
import type { Actor } from './actor';
import { limitsOf } from './within';

/**
 * What is told of a connection within, however deep it names advertisers (`advertiserId`): to a key limited by advertiser
 * no other is named. Counts stay those of the connection as a whole.
 */
export function nameWithin<Told>(actor: Actor, told: Told): Told {
  const { advertiserIds = [] } = limitsOf(actor) ?? {};
  return advertiserIds.length === 0 ? told : (cut(told, new Set(advertiserIds)) as Told);
}

function cut(told: unknown, known: Set<string>): unknown {
  if (Array.isArray(told)) return told.filter((each) => !isOther(each, known)).map((each) => cut(each, known));
  if (typeof told !== 'object' || told === null || told instanceof Date) return told;
  const { advertiserId, ...rest } = told as Record<string, unknown>;
  const fields = advertiserId === undefined || isOther(told, known) ? rest : told;
  return Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, cut(value, known)]));
}

const isOther = (told: unknown, known: Set<string>): boolean =>
  typeof told === 'object' && told !== null && 'advertiserId' in told && !known.has(String(told.advertiserId));
