import { auditActions, auditObjectKinds, auditPrefixes, auditResults } from '@/contract/audit-words';
import { id, listOf, matching, oneOf, type Part, type Said, text } from './address';

const isoDate = matching(/^[1-9]\d{3}-\d\d-\d\dT[\d:.]+Z$/);
const moment: Part<string | null> = {
  ...isoDate,
  read: (text) => (Number.isNaN(Date.parse(text)) ? null : isoDate.read(text)),
};

/** What the audit shows, as its address says it. Anything else in an address counts as not said. */
export const auditSearch = {
  action: listOf(oneOf([...auditActions, ...auditPrefixes], null)),
  actorId: id,
  objectKind: oneOf(auditObjectKinds, null),
  objectId: id,
  result: listOf(oneOf(auditResults, null)),
  ip: text,
  from: moment,
  to: moment,
  q: text,
  sort: oneOf(['-at', 'at'], '-at'),
};
export type AuditSearch = Said<typeof auditSearch>;

/** The event whose details are open, by its place in the audit. */
export const openEvent = { event: matching(/^[1-9]\d{0,17}$/) };

/** The filter as the API takes it. */
export function auditInput({ action, result, q, ip, sort, ...rest }: AuditSearch) {
  const words = q.trim().slice(0, 200);
  const given = Object.entries(rest).filter(([, value]) => value !== null);
  return {
    ...(Object.fromEntries(given) as { [Name in keyof typeof rest]?: Exclude<(typeof rest)[Name], null> }),
    ...(action.length > 0 && { action: action.join(',') }),
    ...(result.length > 0 && { result: result.join(',') }),
    ...(ip && { ip }),
    ...(words && { q: words }),
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
