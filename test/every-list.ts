import { advertiserColumns, coverageColumns, grantColumns } from '@/contract/advertiser-words';
import { appColumns } from '@/contract/app-words';
import { sortColumns } from '@/contract/connection-words';

/** A list of the API: `:name` stands for something known. `tiles` count above it, under filters that do not hold `without`. */
export type AskedList = {
  path: string;
  sorts: string[];
  filters: string[];
  tiles?: { path: string; without: RegExp };
};

const both = (columns: readonly string[]) => columns.flatMap((column) => [column, `-${column}`]);
/** None, and each of those that are written here. */
const noneOr = (filters: string) => ['', ...filters.trim().split(/\s+/)];
const since = '2026-03-01T00:00:00Z';

/** Every list, with each kind of filter that it knows and some of these together. */
export const everyList: Record<string, AskedList> = {
  connections: {
    path: '/connections',
    sorts: both(sortColumns),
    filters: noneOr(`
      state=healthy state=app_problem,auth_broken appId=:app ownerId=:owner ownerId=none tag=:tag
      q=珈琲 q=north q=x q=7123 q=official advertiserId=:advertiser scope=44 scope=20 problem=token_rejected
      checkFailing=true archived=true authorizedAfter=${since} authorizedBefore=${since} checkedBefore=${since} skip=5000
      scope=44&state=healthy q=珈琲&state=healthy&appId=:app tag=:tag&state=auth_broken ownerId=:owner&authorizedAfter=${since}`),
    tiles: { path: '/connections/states', without: /state|skip/ },
  },
  advertisers: {
    path: '/advertisers',
    sorts: both(advertiserColumns),
    filters: noneOr(`
      q=珈琲 q=north q=x q=7123 q=official status=STATUS_ENABLE status=STATUS_LIMIT country=JP country=US,GB currency=JPY
      reach=covered reach=none reach=broken_only connectionId=:connection appId=:app skip=5000
      q=珈琲&country=JP country=JP&reach=one_token`),
    tiles: { path: '/advertisers/reach', without: /reach|skip/ },
  },
  'the advertisers of a connection': {
    path: '/connections/:connection/advertisers',
    sorts: both(grantColumns),
    filters: noneOr('q=珈琲 q=7123 newToTeam=true newToTeam=false skip=100'),
  },
  'a coverage list': {
    path: '/coverage/:list/rows',
    sorts: both(coverageColumns),
    filters: noneOr('q=珈琲 q=7123 coverage=uncovered coverage=covered skip=200'),
  },
  audit: {
    path: '/audit',
    sorts: both(['at']),
    filters: noneOr(`
      action=connection. action=app.registered actorId=:owner objectKind=connection result=refused q=Mia ip=192.0.2.1
      objectKind=connection&objectId=:connection from=${since} to=${since} action=connection.&from=${since} skip=500000`),
  },
  authorizations: {
    path: '/authorizations',
    sorts: [],
    filters: noneOr('status=connected status=pending,expired appId=:app connectionId=:connection'),
  },
  apps: { path: '/apps', sorts: both(appColumns), filters: noneOr('q=a environment=sandbox tier=basic') },
  'what reaches an advertiser': { path: '/advertisers/:advertiser/connections', sorts: [], filters: [''] },
  'the history of a connection': { path: '/connections/:connection/events', sorts: [], filters: [''] },
  'what a connection alone reaches': { path: '/connections/:connection/losses', sorts: [], filters: [''] },
};

/** All that is asked of a list, with what is known filled in: every filter in every order, and the tiles above it. */
export function* asked(list: AskedList, known: Record<string, string>): Generator<string> {
  for (const path of templates(list)) yield path.replace(/:([a-z]+)/g, (as, name: string) => known[name] ?? as);
}

function* templates({ path, sorts, filters, tiles }: AskedList): Generator<string> {
  for (const filter of filters) {
    for (const sort of sorts.length ? sorts.map((each) => `&sort=${each}`) : ['']) {
      yield `${path}?limit=50${sort}&${filter}`;
    }
    if (tiles && !tiles.without.test(filter)) yield `${tiles.path}?${filter}`;
  }
}
