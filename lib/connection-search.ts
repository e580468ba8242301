import type { ConnectionFilter } from '@/contract/connection-filter';
import { sortColumns, statesWorstFirst } from '@/contract/connection-words';
import { flag, id, listOf, matching, oneOf, type Said, text } from './address';

type Sort = ConnectionFilter['sort'];

const sorts: Sort[] = sortColumns.flatMap((column) => [column, `-${column}` as const]);

const ids = listOf(id);
/** A moment, or how long ago it was: `P7D`. */
const moment = matching(/^(P(\d{1,4}D|T\d{1,4}H)|(?!0000)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z)$/);

/** What PostgreSQL cannot keep, so the API does not take it. */
const unkept = /[\0\p{Surrogate}]/gu;

/** What the list shows, in the API's own words: an address of the page is a filter of the API. The rest counts as not said. */
export const connectionSearch = {
  state: listOf(oneOf(statesWorstFirst, null)),
  appId: ids,
  ownerId: listOf({ ...id, read: (text) => (text === 'none' ? text : id.read(text)) }),
  tag: ids,
  q: text,
  advertiserId: matching(/^\d{5,25}$/),
  scope: matching(/^\d{1,25}$/),
  checkedBefore: moment,
  checkFailing: flag(null),
  authorizedBefore: moment,
  authorizedAfter: moment,
  problem: matching(/^[a-z_]{1,40}$/),
  archived: flag(false),
  /** Broken ones first, unless told otherwise. */
  sort: oneOf(sorts, 'state'),
};
export type ConnectionSearch = Said<typeof connectionSearch>;
export type ConnectionQuestion = Omit<ConnectionSearch, 'sort'>;

/** The filter as the API takes it, in a query or in a body. */
export function filterInput({ q, archived, checkFailing, sort: _, ...rest }: ConnectionQuestion & { sort?: Sort }) {
  const { state, appId, ownerId, tag, ...single } = rest;
  const lists = { state, appId, ownerId, tag };
  const said = [
    ...Object.entries(lists).map(([name, values]) => [name, values.slice(0, 100).join(',')]),
    ['q', q.trim().slice(0, 200).replace(unkept, '')],
    ...Object.entries(single),
    ['checkFailing', checkFailing === null ? '' : String(checkFailing)],
    ['archived', archived ? 'true' : ''],
  ];
  return Object.fromEntries(said.filter(([, value]) => value)) as FilterInput;
}

type FilterInput = Partial<Record<keyof ConnectionQuestion, string>>;

/** The input of `connections.states`, which counts whatever states are shown. */
export function statesInput(question: ConnectionQuestion) {
  const { state: _, ...filter } = filterInput(question);
  return filter;
}

/** The input of `connections.list`, but for where to begin. */
export function listInput({ sort, ...question }: ConnectionSearch) {
  return { ...filterInput(question), sort };
}

/** Whether rows may be missing because of what was asked for. */
export const isNarrowed = ({ sort: _, ...question }: ConnectionSearch): boolean =>
  Object.keys(filterInput(question)).length > 0;
