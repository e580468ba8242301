import { drive, type Driven } from '../drive';
import type { Figure } from '../figure';
import { floorOf } from '../floor/of-reads';
import type { Stage } from '../stage';

const filters = [
  '',
  'state=auth_broken,degraded',
  'state=healthy',
  'scope=44',
  'checkFailing=true',
  'ownerId=none',
  'q=%E7%8F%88%E7%90%B2',
  'archived=true',
];
const sorts = [
  'newest',
  '-newest',
  'name',
  '-name',
  'state',
  'app',
  'owner',
  '-advertisers',
  'scopes',
  'lastCheck',
  '-lastAuthorized',
];

/** Every filter with every sort: what a page of fifty costs whatever is asked. */
const mixed = filters.flatMap((filter) => sorts.map((sort) => `/api/v1/connections?limit=50&sort=${sort}&${filter}`));

export const list: Figure = {
  name: 'list',
  async measure(stage) {
    const { ours, floor } = await weigh(stage, 'list pages', mixed);
    return [
      {
        what: 'list page of 50, any filter, any sort',
        value: ours.perSecond,
        unit: '/s',
        target: { atLeast: 400 },
        floor: floor.perSecond,
      },
      { what: 'list page, p99', value: ours.p99, unit: 'ms', target: { atMost: 60 }, floor: floor.p99 },
      {
        what: 'list page against its floor',
        value: floor.perSecond / ours.perSecond,
        unit: '×',
        target: { atMost: 2.5 },
      },
    ];
  },
};

/** What the nearest rival was weighed by: twenty rows in its one order, and one filter. */
const plain = ['state=auth_broken', 'state=healthy', 'checkFailing=true'].map(
  (filter) => `/api/v1/connections?limit=20&${filter}`,
);
const rival = { S: 217, L: 217, L10: 194 };

export const plainList: Figure = {
  name: 'plain-list',
  async measure(stage) {
    const { ours, floor } = await weigh(stage, 'plain list pages', plain);
    return [
      {
        what: 'list page of 20, newest first, one filter: the rival’s work',
        value: ours.perSecond,
        unit: '/s',
        target: { atLeast: rival[stage.size] },
        floor: floor.perSecond,
      },
    ];
  },
};

/** What people type: the beginning of an id, two characters of a name, part of one in Latin letters. */
const texts = ['7123', '74945', '珈琲', '若葉', 'コス', 'Maple', 'north', 'official'];
const searches = (noun: string) => texts.map((text) => `/api/v1/${noun}?limit=50&q=${encodeURIComponent(text)}`);

export const search: Figure = {
  name: 'search',
  async measure(stage) {
    const lines = [];
    for (const noun of ['connections', 'advertisers']) {
      const { ours, floor } = await weigh(stage, `searches of ${noun}`, searches(noun));
      lines.push(
        {
          what: `search of ${noun}`,
          value: ours.perSecond,
          unit: '/s' as const,
          target: { atLeast: 300 },
          floor: floor.perSecond,
        },
        {
          what: `search of ${noun}, p99`,
          value: ours.p99,
          unit: 'ms' as const,
          target: { atMost: 80 },
          floor: floor.p99,
        },
      );
    }
    return lines;
  },
};

/** Counts that nobody has asked for before: each has a moment of its own, which no count is remembered by. */
export const count: Figure = {
  name: 'count',
  async measure(stage) {
    const paths = Array.from({ length: 2_000 }, (_, n) => {
      const after = new Date(Date.UTC(2024, 6, 1) + n * 19_000_000).toISOString();
      return `/api/v1/connections?limit=20&authorizedAfter=${after}`;
    });
    const ours = await drive({ origin: stage.appUrl, paths, headers: stage.headers });
    demandAnswers('counts', ours);
    const least = stage.size === 'L10' ? 200 : 300;
    const floor = await floorOf(stage, paths.slice(0, 300), { first: true });
    return [
      {
        what: 'exact count with the list, never asked before',
        value: ours.perSecond,
        unit: '/s',
        target: { atLeast: least },
        floor: floor.perSecond,
      },
    ];
  },
};

/** These pages as Grantboard answers them, and as their floor does. */
async function weigh(stage: Stage, what: string, paths: string[]) {
  const ours = await drive({ origin: stage.appUrl, paths, headers: stage.headers });
  demandAnswers(what, ours);
  return { ours, floor: await floorOf(stage, paths) };
}

export function demandAnswers(what: string, { refused, count }: Driven): void {
  if (refused > 0) throw new Error(`${refused} of ${count} ${what} were refused.`);
}
