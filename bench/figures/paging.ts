import { drive } from '../drive';
import type { Figure } from '../figure';
import type { Stage } from '../stage';
import { demandAnswers } from './list';

type Page = { rows: { id: string }[]; nextCursor: string | null; total: number };

/** Follows the cursors as a script would: page 200 against page 1, and whether the last row is reached. */
export const paging: Figure = {
  name: 'paging',
  async measure(stage) {
    const { cursors, seen, total } = await walk(stage);
    const first = `/api/v1/connections?limit=50&sort=name`;
    const late = `${first}&cursor=${encodeURIComponent(cursors[Math.min(198, cursors.length - 2)]!)}`;
    const at = async (path: string) => {
      const driven = await drive({ origin: stage.appUrl, paths: [path], headers: stage.headers, seconds: 4 });
      demandAnswers('pages', driven);
      return driven.perSecond;
    };
    const [one, twoHundred] = [await at(first), await at(late)];
    return [
      { what: 'page 200 against page 1', value: one / twoHundred, unit: '×', target: { atMost: 1.2 } },
      { what: 'rows reached, of all there are', value: (100 * seen) / total, unit: '%', target: { atLeast: 100 } },
    ];
  },
};

async function walk({ appUrl, headers }: Stage) {
  const ids = new Set<string>();
  const cursors: string[] = [];
  let cursor: string | null = null;
  let total = 0;
  do {
    const from: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const limit = cursors.length < 201 ? 50 : 200;
    const answer = await fetch(`${appUrl}/api/v1/connections?limit=${limit}&sort=name${from}`, { headers });
    const page = (await answer.json()) as Page;
    for (const { id } of page.rows) ids.add(id);
    ({ nextCursor: cursor, total } = page);
    if (cursor !== null) cursors.push(cursor);
  } while (cursor !== null);
  return { cursors, seen: ids.size, total };
}
