import type { Page } from '@playwright/test';
import type { Connection } from '@/contract/connections';
import type { Crew } from './crew';
import { newPerson } from './crew';
import { appUrl } from './facts';
import { expect, signIn, test } from './fixtures';
import { consent, leavePortal, tiktok } from './tiktok';
import { words } from './words';

const w = words('en');
const title = (ending: string) => w(`authorizations.${ending}.title`);
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });

/** Presses "Connect now" on the app's page. */
async function startConnecting(page: Page, crew: Crew) {
  const app = await crew.createApp();
  await page.goto(`/${crew.slug}/apps/${app.id}`);
  await page.getByRole('button', { name: w('apps.url.connectNow') }).click();
  return app;
}

/** Presses "Re-authorize" on the connection's page. */
async function startReauthorizing(page: Page, crew: Crew, connectionId: string | null) {
  await page.goto(`/${crew.slug}/connections/${connectionId}`);
  await page
    .getByRole('button', { name: w('connections.view.reauthorize') })
    .first()
    .click();
}

test.beforeEach(({ enter }) => enter());

test('another TikTok account is refused: both are named, and nothing changes', async ({ page, crew }) => {
  const [hanako, mia] = [await newPerson('Hanako'), await newPerson('Mia')];
  const app = await crew.createApp();
  const { connectionId } = await crew.connect(app, hanako);
  const before = await crew.ask<Connection>(`GET /connections/${connectionId}`);
  await startReauthorizing(page, crew, connectionId);
  await consent(page, mia.name);
  await expect(heading(page, w('authorizations.comparing.different'))).toBeVisible();
  await expect(page.getByRole('main')).toContainText(hanako.name);
  await expect(page.getByRole('main')).toContainText(mia.name);
  await expect(page.getByRole('button', { name: w('authorizations.comparing.replace') })).toBeHidden();
  const after = await crew.ask<Connection>(`GET /connections/${connectionId}`);
  expect(after).toMatchObject({ tokenHint: before.tokenHint, tiktokUser: before.tiktokUser, authorizedCount: 1 });

  await page.getByRole('button', { name: w('authorizations.comparing.saveAsNew') }).click();
  await expect(heading(page, title('ending.connected'))).toBeVisible();
  expect(await crew.ask<{ total: number }>('GET /connections')).toMatchObject({ total: 2 });
});

test('TikTok does not say what a new token reaches: the old one stays in use, and the new one is discarded', async ({
  page,
  crew,
}) => {
  const hanako = await newPerson('Hanako');
  const app = await crew.createApp();
  const { connectionId } = await crew.connect(app, hanako);
  const before = await crew.ask<Connection>(`GET /connections/${connectionId}`);
  await startReauthorizing(page, crew, connectionId);
  for (const endpoint of ['user/info', 'oauth2/advertiser/get'])
    await tiktok('fail', { endpoint, appId: app.appId, kind: 'code', code: 50002, times: null });
  await consent(page, hanako.name);
  await expect(page.getByText(w('authorizations.comparing.readingAgain'))).toBeVisible();
  await page.getByRole('button', { name: w('authorizations.comparing.discard') }).click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog).toContainText(w('authorizations.comparing.discardText'));
  await dialog.getByRole('button', { name: w('authorizations.comparing.discard') }).click();
  await expect(heading(page, title('ending.cancelled'))).toBeVisible();
  const after = await crew.ask<Connection>(`GET /connections/${connectionId}`);
  expect(after).toMatchObject({ tokenHint: before.tokenHint, tiktokUser: before.tiktokUser });
});

test('losing an advertiser by re-authorizing needs a tick', async ({ page, crew }) => {
  const hanako = await newPerson('Hanako', ['Keep', 'Lose']);
  const app = await crew.createApp();
  const { connectionId } = await crew.connect(app, hanako);
  await startReauthorizing(page, crew, connectionId);
  await consent(page, hanako.name, { tick: ['Keep'] });
  const replace = page.getByRole('button', { name: w('authorizations.comparing.replace') });
  await expect(page.getByRole('main')).toContainText('Lose of Hanako');
  await expect(replace).toBeDisabled();
  await page.getByRole('checkbox').check();
  await replace.click();
  await expect(heading(page, w('authorizations.ending.connected.reauthorized'))).toBeVisible();
  const { id, advertiserCount } = await crew.ask<Connection>(`GET /connections/${connectionId}`);
  expect({ id, advertiserCount }).toEqual({ id: connectionId, advertiserCount: 1 });
});

test('signed in, but no ad account ticked', async ({ page, crew }) => {
  const person = await newPerson('Taro');
  await startConnecting(page, crew);
  await consent(page, person.name, { tick: [] });
  await expect(heading(page, title('ending.no_advertisers'))).toBeVisible();
});

test('left at TikTok: the attempt is still there, and can be cancelled', async ({ page, crew }) => {
  const person = await newPerson('Taro');
  await startConnecting(page, crew);
  await leavePortal(page, person.name);
  await page.goto(`/${crew.slug}/authorizations`);
  await page
    .getByRole('link', { name: w('authorizations.list.open') })
    .first()
    .click();
  await page.getByRole('button', { name: w('authorizations.waiting.cancel'), exact: true }).click();
  await page.getByRole('button', { name: w('authorizations.waiting.cancelAction') }).click();
  await expect(heading(page, title('ending.cancelled'))).toBeVisible();
});

test('cancelled at TikTok, which sends an error back', async ({ page, crew }) => {
  await startConnecting(page, crew);
  await expect(page.getByRole('heading', { name: 'Log in to TikTok for Business' })).toBeVisible();
  const [pending] = (await crew.ask<{ rows: { id: string }[] }>('GET /authorizations')).rows;
  const { url } = await crew.ask<{ url: string }>(`GET /authorizations/${pending!.id}/url`);
  const state = new URL(url).searchParams.get('state');
  await page.goto(`/callback?error=access_denied&error_description=%3Cb%3Eno%3C/b%3E&state=${state}`);
  await expect(heading(page, title('ending.cancelled'))).toBeVisible();
  expect(page.url()).not.toContain('state=');
});

test('come back in another browser: refused there, and finished in the right one', async ({ page, crew, browser }) => {
  const person = await newPerson('Taro');
  const app = await crew.createApp();
  await page.goto(`/${crew.slug}/apps/${app.id}`);
  const leaving = page.waitForRequest(/\/portal\/auth\?/);
  await page.getByRole('button', { name: w('apps.url.connectNow') }).click();
  const url = (await leaving).url();
  const { location } = await tiktok<{ location: string }>('authorize', { url, user: person.key });

  const other = await browser.newContext({ baseURL: appUrl, locale: 'en-GB' });
  const elsewhere = await other.newPage();
  await elsewhere.goto(location);
  await expect(heading(elsewhere, w('outcome.otherBrowser.title'))).toBeVisible();
  expect(elsewhere.url()).not.toContain('code=');
  await other.close();

  await page.goto(location);
  await expect(heading(page, title('ending.connected'))).toBeVisible();
  await page.goto(location);
  await expect(heading(page, title('ending.connected'))).toBeVisible();
});

test('a copied URL opened by somebody else waits until a member accepts it', async ({ page, crew, browser }) => {
  const person = await newPerson('Client', ['Known', 'Pushed']);
  const app = await crew.createApp();
  await crew.connect(app, person, { advertiserIds: person.advertiserIds.slice(0, 1) });
  const { id, url } = await crew.ask<{ id: string; url: string }>(`POST /apps/${app.id}/authorizations`, {
    bound: false,
  });
  const other = await browser.newContext({ baseURL: appUrl, locale: 'en-GB' });
  const theirs = await other.newPage();
  await theirs.goto(url);
  await consent(theirs, person.name);
  await expect(heading(theirs, w('outcome.received.title'))).toBeVisible();
  await expect(theirs.locator('body')).not.toContainText(crew.slug);
  await other.close();

  await page.goto(`/${crew.slug}/authorizations/${id}`);
  await expect(page.getByRole('main')).toContainText(w('authorizations.kept.marked'));
  await page.getByRole('button', { name: w('authorizations.kept.accept') }).click();
  await expect(heading(page, title('ending.connected'))).toBeVisible();
  await seePushed(page, person.advertiserIds);
  await page.getByRole('link', { name: w('authorizations.ending.openConnection') }).click();
  await expect(page.getByRole('tab', { name: w('connections.tab.overview') })).toBeVisible();
  await seePushed(page, person.advertiserIds);
});

/** Of two advertisers the team knew the first: the other one says that it is new, in words. */
async function seePushed(page: Page, [known = '', pushed = '']: string[]) {
  const isNew = w('connections.advertisers.newToTeam');
  await expect(page.getByText(w('connections.advertisers.someNew', { count: 1, total: 2 }))).toBeVisible();
  const row = (id: string) => page.getByRole('listitem').filter({ hasText: id });
  await expect(row(pushed)).toContainText('Pushed of Client');
  await expect(row(pushed)).toContainText(isNew);
  await expect(row(known)).not.toContainText(isNew);
}

test('TikTok says no: its code, request_id, who can fix it, and a way on', async ({ page, crew }) => {
  const person = await newPerson('Taro');
  const app = await startConnecting(page, crew);
  await tiktok('fail', { endpoint: 'oauth2/access_token', appId: app.appId, kind: 'code', code: 40119 });
  await consent(page, person.name);
  await expect(heading(page, w('tiktok.company_mismatch.headline'))).toBeVisible();
  await page.getByText(w('authorizations.failure.tiktok')).click();
  await expect(page.getByRole('main')).toContainText('40119');
  await expect(page.getByRole('main')).toContainText(/20\d{12}[0-9A-F]{20}/);
});

test('TikTok is down, then back: the page moves on by itself', async ({ page, crew }) => {
  const person = await newPerson('Taro');
  const app = await startConnecting(page, crew);
  await tiktok('fail', { endpoint: 'oauth2/access_token', appId: app.appId, kind: 'code', code: 50000, times: 2 });
  await consent(page, person.name);
  const again = w('authorizations.exchanging.again', { tries: 1 }).replace('(1)', '');
  await expect(page.getByText(again)).toBeVisible();
  await expect(heading(page, title('ending.connected'))).toBeVisible({ timeout: 90_000 });
});

test('an answer that is lost is told as lost, with one button', async ({ page, crew }) => {
  const person = await newPerson('Taro');
  const app = await startConnecting(page, crew);
  await tiktok('fail', { endpoint: 'oauth2/access_token', appId: app.appId, kind: 'reset', consume: true });
  await consent(page, person.name);
  await expect(heading(page, title('ending.lost'))).toBeVisible({ timeout: 90_000 });
  await page.getByRole('button', { name: w('authorizations.ending.startAgain') }).click();
  await consent(page, person.name);
  await expect(heading(page, title('ending.connected'))).toBeVisible();
});

test('an expired session at the callback: sign in, and go on', async ({ page, crew, context }) => {
  const person = await newPerson('Taro');
  await startConnecting(page, crew);
  await context.clearCookies({ name: crew.owner.cookie.name });
  await consent(page, person.name);
  await expect(heading(page, w('outcome.received.title'))).toBeVisible();
  await signIn(context, crew.owner);
  await page.reload();
  await page.getByRole('button', { name: w('authorizations.kept.accept') }).click();
  await expect(heading(page, title('ending.connected'))).toBeVisible();
});

test('who is connected already is told so, and renews that connection instead', async ({ page, crew }) => {
  const hanako = await newPerson('Hanako');
  const app = await crew.createApp();
  const { connectionId } = await crew.connect(app, hanako);
  const connection = await crew.ask<Connection>(`GET /connections/${connectionId}`);
  expect(connection).toMatchObject({ inspected: true, name: hanako.name });
  await page.goto(`/${crew.slug}/apps/${app.id}`);
  await page.getByRole('button', { name: w('apps.url.connectNow') }).click();
  await consent(page, hanako.name);
  const twin = (part: string) =>
    w(`authorizations.ending.connected.twin.${part}`, { name: hanako.name, user: hanako.name });
  await expect(page.getByText(twin('title'))).toBeVisible();
  expect(await crew.ask<{ total: number }>('GET /connections')).toMatchObject({ total: 2 });
  await page.getByRole('button', { name: twin('renew') }).click();
  await expect(heading(page, w('authorizations.ending.connected.reauthorized'))).toBeVisible();
  await page.getByRole('link', { name: w('authorizations.ending.openConnection') }).click();
  await expect(page).toHaveURL(`/${crew.slug}/connections/${connectionId}`);
  expect(await crew.ask<{ total: number }>('GET /connections')).toMatchObject({ total: 1 });
});

test('the page of a connection leads to what waits to be decided about it', async ({ page, crew }) => {
  const [hanako, mia] = [await newPerson('Hanako'), await newPerson('Mia')];
  const app = await crew.createApp();
  const { connectionId } = await crew.connect(app, hanako);
  const { id } = await crew.connect(app, mia, { connectionId: connectionId! });
  await page.goto(`/${crew.slug}/connections/${connectionId}`);
  await expect(page.getByText(w('connections.view.deciding.comparing'))).toBeVisible();
  await page.getByRole('link', { name: w('connections.view.deciding.open') }).click();
  await expect(page).toHaveURL(`/${crew.slug}/authorizations/${id}`);
});
