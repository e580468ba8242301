import type { Page } from '@playwright/test';
import type { Crew, TikTokPerson } from './crew';
import { newPerson, newTikTokId } from './crew';
import { appUrl, planted } from './facts';
import { expect, test } from './fixtures';
import { consent, tiktok } from './tiktok';
import { words, type Locale } from './words';

const scopes = ['4', '100', '200', '7224195155857866754'];

for (const locale of ['en', 'ja'] as const) {
  test.describe(`the main job in ${locale}`, () => {
    test.use({ locale: locale === 'en' ? 'en-GB' : 'ja-JP' });

    test('from an app to its end: connect, check, break, re-authorize, revoke', async ({ page, crew }) => {
      const hanako = await newPerson('佐藤 花子', ['青山コスメ 公式', 'Aoyama Global']);
      await signInByForm(page, crew, locale);
      await registerApp(page, crew, locale);
      await connectNow(page, hanako, locale);
      await seeWhatItReaches(page, hanako, locale);
      await check(page, locale, 'works');
      await tiktok('revoke', { user: hanako.key });
      await check(page, locale, 'changed');
      await seeItBroken(page, locale);
      await reauthorize(page, hanako, locale);
      await revoke(page, locale);
    });
  });
}

async function signInByForm(page: Page, crew: Crew, locale: Locale) {
  const w = words(locale);
  const { email } = await crew.member('admin', planted.ownerPassword);
  await page.goto(`/${crew.slug}/apps`);
  await expect(page.getByRole('heading', { name: w('auth.signIn.title') })).toBeVisible();
  await page.getByLabel(w('auth.signIn.email')).fill(email);
  await page.getByRole('textbox', { name: w('auth.signIn.password') }).fill(planted.ownerPassword);
  await page.getByRole('button', { name: w('auth.signIn.action'), exact: true }).click();
  await expect(page).toHaveURL(`/${crew.slug}/apps`);
}

async function registerApp(page: Page, crew: Crew, locale: Locale) {
  const w = words(locale);
  const appId = newTikTokId();
  const redirectUrl = `${appUrl}/callback`;
  await tiktok('apps', { id: appId, secret: planted.appSecret, scopes, redirectUrls: [redirectUrl] });
  await page
    .getByRole('main')
    .getByRole('link', { name: w('apps.register') })
    .first()
    .click();
  const portalUrl = `https://business-api.tiktok.com/portal/auth?app_id=${appId}&state=your_custom_params&redirect_uri=${encodeURIComponent(redirectUrl)}`;
  await page.getByLabel(w('apps.form.paste')).fill(portalUrl);
  await expect(page.getByLabel(w('apps.form.appId'), { exact: false }).last()).toHaveValue(appId);
  await page.getByRole('textbox', { name: w('apps.form.name'), exact: true }).fill('Reporting / レポート');
  await page.getByRole('textbox', { name: new RegExp(`^${w('apps.form.secret')}`) }).fill(planted.appSecret);
  await page.getByRole('button', { name: w('apps.form.register'), exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Reporting / レポート' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText(appId);
}

async function connectNow(page: Page, as: TikTokPerson, locale: Locale) {
  const w = words(locale);
  await page.getByRole('button', { name: w('apps.url.connectNow') }).click();
  await consent(page, as.name);
  await expect(page.getByRole('heading', { name: w('authorizations.ending.connected.title') })).toBeVisible();
  const reached = page.getByRole('list', { name: w('authorizations.ending.connected.advertisers') });
  for (const id of as.advertiserIds) await expect(reached).toContainText(id);
  // To a team that knew none, all are new: it says so of none.
  await expect(page.getByRole('main')).not.toContainText(w('connections.advertisers.newToTeam'));
  await page.getByRole('link', { name: w('authorizations.ending.openConnection') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(as.name);
  await expect(stateOf(page, locale, 'healthy')).toBeVisible();
}

async function seeWhatItReaches(page: Page, as: TikTokPerson, locale: Locale) {
  const w = words(locale);
  await page.getByRole('tab', { name: w('connections.tab.advertisers') }).click();
  const table = page.getByRole('grid', { name: w('connections.advertisers.title') });
  for (const id of as.advertiserIds) await expect(table).toContainText(id);
  await expect(table).toContainText('青山コスメ 公式');
  await expect(table).toContainText(w('connections.advertisers.status.enabled'));
  await page.getByRole('tab', { name: w('connections.tab.permissions') }).click();
  for (const id of scopes) await expect(page.getByRole('tabpanel')).toContainText(id);
}

async function check(page: Page, locale: Locale, verdict: 'works' | 'changed') {
  const w = words(locale);
  await page.getByRole('button', { name: w('connections.view.check') }).click();
  const state = w('connections.state.auth_broken');
  await expect(page.getByText(w(`connections.view.verdict.${verdict}`, { state }))).toBeVisible();
}

async function seeItBroken(page: Page, locale: Locale) {
  const w = words(locale);
  await expect(stateOf(page, locale, 'auth_broken')).toBeVisible();
  const alarm = page.getByRole('main');
  await expect(alarm).toContainText(w('tiktok.token_rejected.headline'));
  await expect(alarm).toContainText(
    w('connections.view.who.advertiser', { action: w('tiktok.token_rejected.action') }),
  );
}

async function reauthorize(page: Page, as: TikTokPerson, locale: Locale) {
  const w = words(locale);
  const [address] = page.url().split('?');
  await page
    .getByRole('button', { name: w('connections.view.reauthorize') })
    .first()
    .click();
  await consent(page, as.name);
  await expect(page.getByRole('heading', { name: w('authorizations.ending.connected.reauthorized') })).toBeVisible();
  await page.getByRole('link', { name: w('authorizations.ending.openConnection') }).click();
  await expect(page).toHaveURL(address!);
  await expect(stateOf(page, locale, 'healthy')).toBeVisible();
}

async function revoke(page: Page, locale: Locale) {
  const w = words(locale);
  const name = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
  await page.getByRole('button', { name: w('connections.menu.more') }).click();
  await page.getByRole('menuitem', { name: w('connections.menu.revoke') }).click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog).toContainText(w('connections.revoke.loses', { count: 2 }));
  await dialog.getByLabel(w('connections.revoke.reason')).fill('契約終了 / contract ended');
  await dialog.getByRole('textbox').last().fill(name);
  await dialog.getByRole('button', { name: w('connections.revoke.action') }).click();
  await expect(dialog).toContainText(w('connections.revoke.revokedText'));
  await dialog.getByRole('button', { name: w('connections.revoke.done') }).click();
  await expect(stateOf(page, locale, 'revoked')).toBeVisible();
}

function stateOf(page: Page, locale: Locale, state: string) {
  return page
    .getByRole('main')
    .getByText(words(locale)(`connections.state.${state}`), { exact: true })
    .first();
}
