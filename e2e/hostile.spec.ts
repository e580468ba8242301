import type { Role } from '@/contract/permissions';
import { newPerson } from './crew';
import { appUrl } from './facts';
import { expect, test } from './fixtures';
import { watchPage } from './violations';

/** Names that become script, markup or something else wherever one place forgets that they are text. At most 80 long. */
const names = [
  '<script>alert(1)</script>',
  '"><script>alert(2)</script>',
  "'><script>alert(3)</script>",
  '</title><script>alert(4)</script>',
  '</textarea><script>alert(5)</script>',
  '</script><script>alert(6)</script>',
  '<img src=x onerror=alert(7)>',
  '"><img src=x onerror=alert(8)>',
  "'><img src=x onerror=alert`9`>",
  '<svg onload=alert(10)>',
  '<svg/onload=alert(11)//',
  '<svg><script>alert(12)</script></svg>',
  '<svg><animate onbegin=alert(13) attributeName=x>',
  '<math><mi xlink:href="javascript:alert(14)">x</mi></math>',
  '<a href=javascript:alert(15)>x</a>',
  '<a href="&#106;avascript:alert(16)">x</a>',
  '<iframe srcdoc="<script>alert(17)</script>">',
  '<iframe src=javascript:alert(18)>',
  '<object data=javascript:alert(19)>',
  '<embed src=javascript:alert(20)>',
  '<details open ontoggle=alert(21)>',
  '<video><source onerror=alert(22)></video>',
  '<body onload=alert(23)>',
  '<input autofocus onfocus=alert(24)>',
  '<marquee onstart=alert(25)>',
  '<style>@import "javascript:alert(26)";</style>',
  '<div style="background:url(javascript:alert(27))">',
  '<base href="https://evil.example/">',
  '<meta http-equiv=refresh content="0;url=javascript:alert(29)">',
  '<link rel=import href="data:text/html,<script>alert(30)</script>">',
  '<template><script>alert(31)</script></template>',
  '<noscript><p title="</noscript><img src=x onerror=alert(32)>">',
  '<form action=javascript:alert(33)><button>x</button></form>',
  'javascript:alert(34)',
  '{{constructor.constructor("alert(35)")()}}',
  '${alert(36)}',
  '"-alert(37)-"',
  "';alert(38)//",
  '\u2028alert(39)\u2029',
  'jaVasCript:/*-/*`/*\\`/*\'/*"/**/(alert(40))//</stYle/<svg/onload=alert()>',
];

const longestApp = 50;

test('shows forty hostile names as the text that they are', async ({ page, crew, enter }) => {
  test.setTimeout(600_000);
  expect(names).toHaveLength(40);
  const roles: Role[] = ['admin', 'operator', 'auditor'];
  for (const [index, name] of names.entries()) {
    await crew.member(roles[index % roles.length]!, undefined, name);
    if (name.length <= longestApp) await crew.createApp({ name });
  }
  const app = await crew.createApp({ name: names[0] });
  const person = await newPerson(names[6]!, names);
  const { connectionId, id } = await crew.connect(app, person);
  for (const name of names.slice(0, 5)) {
    const { connectionId: next } = await crew.connect(app, await newPerson(name, [name]));
    await crew.ask(`PATCH /connections/${next}`, { name });
  }

  const { id: tag } = await crew.ask<{ id: string }>('POST /tags', { name: names[20]!.slice(0, 40) });
  await crew.ask(`PATCH /connections/${connectionId}`, { notes: names.join('\n'), tags: [tag] });
  const key = { name: names[21], permissions: ['connections.read'], expiresInDays: 1 };
  await crew.ask('POST /api-keys', key);
  await crew.ask('POST /views', {
    name: names[22]!.slice(0, 60),
    noun: 'connections',
    query: 'state=healthy',
    shared: true,
  });
  const csv = [
    'advertiser_id,name',
    ...names.map((name, n) => `70106666822218540${10 + n},"${name.replaceAll('"', '""')}"`),
  ];
  const { id: list } = await crew.ask<{ id: string }>('POST /coverage', { name: names[23], csv: csv.join('\n') });
  const said = await crew.ask<{ id: string; url: string }>(`POST /apps/${app.id}/authorizations`, { bound: false });
  const back = new URLSearchParams({ state: new URL(said.url).searchParams.get('state')!, error: 'access_denied' });
  back.set('error_description', names[24]!);
  await fetch(`${appUrl}/callback?${back}`, { redirect: 'manual' });

  const { violations, dialogs } = await watchPage(page);
  await enter();
  const team = `/${crew.slug}`;
  const paths = ['', '/connections', '/connect', '/authorizations', '/apps', `/apps/${app.id}`, `/apps/${app.id}/edit`];
  paths.push('/members', '/advertisers', `/advertisers/${person.advertiserIds[0]}`, '/api-keys', '/settings', '/audit');
  paths.push('/coverage', `/coverage/${list}`, `/authorizations/${said.id}`);
  paths.push(
    `/authorizations/${id}`,
    ...['', '?tab=advertisers', '?tab=permissions', '?tab=history'].map(
      (query) => `/connections/${connectionId}${query}`,
    ),
  );
  for (const name of names) paths.push(`/connections?q=${encodeURIComponent(name.slice(0, 60))}`);
  for (const path of paths) {
    await page.goto(`${team}${path}`);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  }
  const asText: [path: string, name: string][] = [
    ['/apps', names[1]!],
    ['/members', names[3]!],
    ['/api-keys', names[21]!],
    ['/coverage', names[23]!],
    [`/advertisers?q=${encodeURIComponent(names[0]!)}`, `${names[0]} of`],
  ];
  for (const [path, name] of asText) {
    await page.goto(`${team}${path}`);
    await expect(page.getByText(name).first()).toBeVisible();
  }
  for (const path of names) await page.goto(`${appUrl}/sign-in?next=${encodeURIComponent(path)}`);
  expect(dialogs).toEqual([]);
  expect(violations).toEqual([]);
});
