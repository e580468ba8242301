import {
  createLoader,
  createParser,
  type inferParserType,
  parseAsArrayOf,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
} from 'nuqs/server';
import { auditActions, auditObjectKinds, auditPrefixes, auditResults } from '@/contract/audit-words';

const parseAsId = createParser({
  parse: (text) => (/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(text) ? text : null),
  serialize: String,
});
const parseAsMoment = createParser({
  parse: (text) => (/^[1-9]\d{3}-\d\d-\d\dT[\d:.]+Z$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : null),
  serialize: String,
});

/** What the audit shows, as its address says it. Anything else in an address counts as not said. */
export const auditSearch = {
  action: parseAsArrayOf(parseAsStringLiteral([...auditActions, ...auditPrefixes])).withDefault([]),
  actorId: parseAsId,
  objectKind: parseAsStringLiteral(auditObjectKinds),
  objectId: parseAsId,
  result: parseAsArrayOf(parseAsStringLiteral(auditResults)).withDefault([]),
  ip: parseAsString.withDefault(''),
  from: parseAsMoment,
  to: parseAsMoment,
  q: parseAsString.withDefault(''),
  sort: parseAsStringLiteral(['-at', 'at']).withDefault('-at'),
};
export type AuditSearch = inferParserType<typeof auditSearch>;

/** The event whose details are open. */
export const parseAsSequence = createParser({
  parse: (text) => (/^[1-9]\d{0,17}$/.test(text) ? text : null),
  serialize: String,
});

export const loadAuditSearch = createLoader({
  ...auditSearch,
  event: parseAsSequence,
  at: parseAsInteger.withDefault(0),
});

/** The filter as the API takes it. */
export function auditInput({ action, result, q, ip, sort, ...rest }: AuditSearch) {
  const text = q.trim().slice(0, 200);
  const given = Object.entries(rest).filter(([, value]) => value !== null);
  return {
    ...(Object.fromEntries(given) as { [Name in keyof typeof rest]?: Exclude<(typeof rest)[Name], null> }),
    ...(action.length > 0 && { action: action.join(',') }),
    ...(result.length > 0 && { result: result.join(',') }),
    ...(ip && { ip }),
    ...(text && { q: text }),
    sort,
  };
}

/** The names of what narrows the list. */
export function narrowedBy({ sort: _, ...search }: AuditSearch): (keyof AuditSearch)[] {
  return (Object.keys(search) as (keyof typeof search)[]).filter((name) => {
    const value = search[name];
    return Array.isArray(value) ? value.length > 0 : Boolean(value);
  });
}
