import type { Authorization } from '@/contract/authorizations';
import type { Crew } from './crew';
import { newCrew, newPerson } from './crew';
import { tiktok } from './tiktok';

/** Every page there is, each with something on it. `team` pages want somebody signed in. */
export type Sight = { name: string; path: string; signedIn: boolean };

/** Makes a team in which every kind of page has something to show. */
export async function everyPage(): Promise<{ crew: Crew; sights: Sight[] }> {
  const crew = await newCrew('Every Page');
  const app = await crew.createApp({ name: 'Every Page レポート' });
  const pasteApp = await crew.createApp({ name: 'Paste', redirectUrls: ['http://192.168.101.1/callback'] });
  const [hanako, mia] = [await newPerson('花子', ['青山コスメ', 'Aoyama', 'Third']), await newPerson('Mia')];

  const healthy = await crew.connect(app, hanako);
  const broken = await crew.connect(app, mia);
  const start = <T = { id: string; url: string }>(body: object, of = app) =>
    crew.ask<T>(`POST /apps/${of.id}/authorizations`, body);
  const compared = await crew.connect(app, mia, { connectionId: healthy.connectionId! });
  const fewer = await crew.connect(app, hanako, {
    connectionId: healthy.connectionId!,
    advertiserIds: hanako.advertiserIds.slice(0, 1),
  });
  const revoked = await crew.connect(pasteApp, hanako);
  await crew.ask(`POST /connections/${revoked.connectionId}/revoke`, { reason: 'Done' });
  const empty = await crew.connect(app, hanako, { advertiserIds: [] });
  await tiktok('fail', { endpoint: 'oauth2/access_token', appId: app.appId, kind: 'code', code: 40119 });
  const refused = await crew.connect(app, hanako);
  const pending = await start({});
  const copied = await start({ bound: false });
  const pasted = await start({}, pasteApp);
  const cancelled = await crew.ask<Authorization>(`POST /authorizations/${(await start({})).id}/cancel`);
  const kept = await start({ bound: false });
  const { location } = await tiktok<{ location: string }>('authorize', { url: kept.url, user: mia.key });
  await fetch(location, { redirect: 'manual' });
  await tiktok('revoke', { user: mia.key });
  await crew.ask(`POST /connections/${broken.connectionId}/check`);
  const csv = `advertiser_id,name\n${hanako.advertiserIds[0]},青山コスメ\n7010666682221854001,Nobody`;
  const expected = await crew.ask<{ id: string }>('POST /coverage', { name: '対象 Q4', csv });

  for (const role of ['admin', 'operator', 'auditor'] as const) await crew.member(role);
  const invite = (email: string) =>
    crew.ask<{ link: string }>('POST /members/invitations', { email, role: 'operator' });
  const invited = await invite(`every-page-${crew.slug}@example.com`);

  const key = { name: 'Nightly report', permissions: ['connections.read'], expiresInDays: 30 };
  await crew.ask('POST /api-keys', key);

  const team = (path: string, name = path): Sight => ({ name, path: `/${crew.slug}/${path}`, signedIn: true });
  const bare = (path: string): Sight => ({ name: path, path: `/${path}`, signedIn: false });
  const attempt = (name: string, { id }: { id: string }) => team(`authorizations/${id}`, `authorization: ${name}`);
  const view = (name: string, id: string | null, query = '') =>
    team(`connections/${id}${query}`, `connection: ${name}`);
  const sights = [
    bare('sign-in'),
    bare('setup'),
    bare('forgot-password'),
    bare('reset-password'),
    bare('outcome/malformed'),
    bare('outcome/other-browser'),
    bare(`outcome/${kept.id}`),
    { name: 'overview', path: `/${crew.slug}`, signedIn: true },
    { name: 'invitation: over', path: `/invitation#${'x'.repeat(43)}`, signedIn: false },
    { name: 'invitation', path: new URL(invited.link).pathname + new URL(invited.link).hash, signedIn: false },
    team('settings'),
    team('settings/security'),
    team('members'),
    team('teams/new'),
    team('api-keys'),
    team('connections'),
    team('connections?q=nobody', 'connections: none found'),
    view('healthy', healthy.connectionId),
    view('advertisers', healthy.connectionId, '?tab=advertisers'),
    view('permissions', healthy.connectionId, '?tab=permissions'),
    view('history', healthy.connectionId, '?tab=history'),
    view('broken', broken.connectionId),
    view('revoked', revoked.connectionId),
    view('without advertisers', empty.connectionId),
    team('advertisers'),
    team('advertisers?q=nobody', 'advertisers: none found'),
    team(`advertisers/${hanako.advertiserIds[0]}`, 'advertiser'),
    team('coverage'),
    team(`coverage/${expected.id}`, 'coverage: one list'),
    team('connect'),
    team('authorizations'),
    ...Object.entries({ pending, copied, pasted, kept, cancelled, refused, empty, compared, fewer, healthy }).map(
      ([name, authorization]) => attempt(name, authorization),
    ),
    team('apps'),
    team('apps?q=nobody', 'apps: none found'),
    team('apps/new'),
    team(`apps/${app.id}`, 'app'),
    team(`apps/${app.id}/edit`, 'app: edit'),
    team('audit'),
    team('audit?event=1', 'audit: one event'),
    team('audit?q=nobody&result=failed', 'audit: none found'),
    team('nowhere', 'not found'),
    { name: 'account', path: '/account', signedIn: true },
    { name: 'API', path: '/api/v1/docs', signedIn: true },
  ];
  return { crew, sights };
}
