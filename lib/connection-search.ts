import {
  createLoader,
  createParser,
  type inferParserType,
  parseAsArrayOf,
  parseAsBoolean,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
} from 'nuqs/server';
import type { ConnectionFilter } from '@/contract/connection-filter';
import { sortColumns, statesWorstFirst } from '@/contract/connection-words';

type Sort = ConnectionFilter['sort'];

const sorts: Sort[] = sortColumns.flatMap((column) => [column, `-${column}` as const]);

const parseAs = (pattern: RegExp) =>
  createParser({ parse: (text) => (pattern.test(text) ? text : null), serialize: String });
const uuid = '[\\da-f]{8}(?:-[\\da-f]{4}){3}-[\\da-f]{12}';
const ids = parseAsArrayOf(parseAs(new RegExp(`^${uuid}$`))).withDefault([]);
/** A moment, or how long ago it was: `P7D`. */
const moment = parseAs(/^(P(\d{1,4}D|T\d{1,4}H)|(?!0000)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z)$/);

/** What PostgreSQL cannot keep, so the API does not take it. */
const unkept = /[\0\p{Surrogate}]/gu;

/** What the list shows, in the API's own words: an address of the page is a filter of the API. The rest counts as not said. */
export const connectionSearch = {
  state: parseAsArrayOf(parseAsStringLiteral(statesWorstFirst)).withDefault([]),
  appId: ids,
  ownerId: parseAsArrayOf(parseAs(new RegExp(`^(none|${uuid})$`))).withDefault([]),
  tag: ids,
  q: parseAsString.withDefault(''),
  advertiserId: parseAs(/^\d{5,25}$/),
  scope: parseAs(/^\d{1,25}$/),
  checkedBefore: moment,
  checkFailing: parseAsBoolean,
  authorizedBefore: moment,
  authorizedAfter: moment,
  problem: parseAs(/^[a-z_]{1,40}$/),
  archived: parseAsBoolean.withDefault(false),
  /** Broken ones first, unless told otherwise. */
  sort: parseAsStringLiteral(sorts).withDefault('state'),
};
export type ConnectionSearch = inferParserType<typeof connectionSearch>;
export type ConnectionQuestion = Omit<ConnectionSearch, 'sort'>;

/** With `at`, the row that the table begins at. */
export const loadConnectionSearch = createLoader({ ...connectionSearch, at: parseAsInteger.withDefault(0) });

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
