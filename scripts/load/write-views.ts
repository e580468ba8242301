import type pg from 'pg';
import { firstDay, idAt } from './ids';
import { insertRows } from './insert-rows';
import type { LoadedTeam } from './team';

const tagNames = [
  '重要',
  '季節',
  '要確認',
  '代理店経由',
  'VIP',
  'onboarding',
  'legacy',
  'retail',
  'travel',
  'games',
  '美容',
  '食品',
];

const views = [
  { name: '壊れた接続', query: 'state=auth_broken', shared: true },
  { name: 'Needs somebody', query: 'state=auth_broken,app_problem,degraded&sort=state', shared: true },
  { name: 'Most advertisers', query: 'sort=-advertisers', shared: true },
  { name: '最近の認可', query: 'sort=-authorized', shared: true },
  { name: 'Mine', query: 'q=珈琲', shared: false },
  { name: 'Paused', query: 'state=paused', shared: false },
] as const;

/** Tags on two connections in five, and views, shared and private. */
export async function writeViews(client: pg.ClientBase, { id: teamId, slug, connections, members }: LoadedTeam) {
  const tags = tagNames.map((name, n) => ({ id: idAt(firstDay + n, `${slug} tag ${n}`), teamId, name }));
  await insertRows(client, 'Tag', tags);
  await insertRows(
    client,
    'ConnectionTag',
    connections.flatMap(({ id }, n) => {
      const chosen = n % 5 < 2 ? [n % tags.length, ...(n % 10 === 0 ? [(n + 5) % tags.length] : [])] : [];
      return chosen.map((tag) => ({ teamId, connectionId: id, tagId: tags[tag]!.id }));
    }),
  );
  const userId = members[0]!.id;
  const createdAt = new Date(firstDay).toISOString();
  await insertRows(
    client,
    'SavedView',
    views.map((view, n) => ({
      id: idAt(firstDay + n, `${slug} view ${n}`),
      teamId,
      userId,
      noun: 'connections',
      ...view,
      createdAt,
    })),
  );
}
