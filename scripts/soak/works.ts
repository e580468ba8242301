import { makeAttempts } from '@/scripts/chaos/callbacks';
import type { Prepared } from '@/scripts/chaos/stage';
import type { Work } from './pace';

const lists = [
  '/connections',
  '/connections?state=healthy&sort=name',
  '/connections?q=Sa',
  '/advertisers',
  '/advertisers?q=7',
  '/audit',
  '/apps',
  '/session',
];

/** What a team and its pipelines do all day: 31 things a second, times `rate`. */
export async function teamsWork(set: Prepared, rate: number): Promise<Work[]> {
  const { browser, team } = set;
  const connect = async () => {
    const [attempt] = await makeAttempts(set, 1);
    await browser.land(attempt!);
    if (!attempt!.acknowledged) throw new Error('a callback that was not acknowledged');
  };
  // The first ones make what the others read.
  for (let count = 0; count < 5; count++) await connect();
  const read = <T>(path: string) => browser.ask<T>('GET', path).then(({ answer }) => answer);
  type Rows = { rows: { id: string; advertiserId: string }[] };
  const connections = (await read<Rows>('/connections')).rows.map(({ id }) => id);
  const advertisers = (await read<Rows>('/advertisers')).rows.map(({ advertiserId }) => advertiserId);
  const { answer } = await browser.ask<{ key: string }>('POST', '/api-keys', {
    ...{ name: 'Soak', permissions: ['advertisers.read', 'connections.read', 'connections.reveal'], expiresInDays: 1 },
  });
  let turn = 0;
  const next = <T>(all: T[]) => all[turn++ % all.length]!;
  const works: Work[] = [
    { name: 'lists', perSecond: 20, act: async () => void (await read(next(lists))) },
    { name: 'pages', perSecond: 4, act: () => browser.open(`/${team}/connections`) },
    {
      name: 'tokens, by key',
      perSecond: 4,
      act: () => browser.open(`/api/v1/advertisers/${next(advertisers)}/token`, answer.key),
    },
    {
      name: 'checks',
      perSecond: 1,
      act: async () => void (await browser.ask('POST', `/connections/${next(connections)}/check`)),
    },
    { name: 'callbacks', perSecond: 2, act: connect },
  ];
  return works.map((work) => ({ ...work, perSecond: work.perSecond * rate }));
}
