import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { newPerson } from './crew';
import { appUrl, serverLog } from './facts';
import { expect, signIn, test } from './fixtures';
import { words } from './words';

const password = 'long enough to make keys';

async function openMaking(page: Page) {
  await page.getByRole('button', { name: 'Make a key', exact: true }).first().click();
  return page.getByRole('dialog');
}

/** A program somewhere, without a browser’s cookies. */
const fetchWith = (key: string, path: string) =>
  fetch(`${appUrl}/api/v1${path}`, { headers: { authorization: `Bearer ${key}` } });

test('a key is made, used by a program, seen to be used, and revoked: the next request is refused', async ({
  page,
  crew,
  enter,
}) => {
  const admin = await crew.member('admin', password, 'Keiko');
  const app = await crew.createApp({ name: 'Reporting' });
  const person = await newPerson('花子', ['Tokyo']);
  const { connectionId } = await crew.connect(app, person);
  await enter(admin);
  await page.goto(`/${crew.slug}/api-keys`);
  await expect(page.getByText('No API key yet')).toBeVisible();

  const dialog = await openMaking(page);
  await dialog.getByRole('button', { name: 'Make the key' }).click();
  await expect(dialog.getByText('Give it a name')).toBeVisible();
  await expect(dialog.getByLabel('Name', { exact: true })).toBeFocused();
  await dialog.getByLabel('Name', { exact: true }).fill('夜間レポート');
  await dialog.getByRole('button', { name: 'Make the key' }).click();
  await expect(dialog.getByText('Tick at least one')).toBeVisible();
  await dialog.getByLabel('Fetch access tokens').check();
  await dialog.getByLabel('Read connections').check();
  await dialog.getByText('Limit what it reaches').click();
  await dialog.getByLabel('Reporting').check();
  await dialog.getByLabel('IP addresses').fill('not an address');
  await dialog.getByLabel('Your password').fill('not it');
  await dialog.getByRole('button', { name: 'Make the key' }).click();
  await expect(dialog.getByText('This is not your password')).toBeVisible();
  await dialog.getByLabel('Your password').fill(password);
  await dialog.getByRole('button', { name: 'Make the key' }).click();
  await expect(dialog.getByText('Write addresses as')).toBeVisible();
  await dialog.getByLabel('IP addresses').fill('127.0.0.0/8\n::1');
  await dialog.getByRole('button', { name: 'Make the key' }).click();

  const shown = page.getByRole('alertdialog');
  const key = (await shown.getByRole('figure', { name: 'API key' }).locator('pre').textContent())!.trim();
  expect(key).toMatch(/^gb_[0-9A-Za-z]{49}$/);
  await expect(shown.getByText(`curl -H "Authorization: Bearer ${key}"`)).toBeVisible();
  await shown.getByRole('button', { name: 'I have copied it' }).click();
  const row = page.getByRole('row').filter({ hasText: '夜間レポート' });
  await expect(row.getByRole('cell', { name: 'Never' })).toBeVisible();
  expect(await page.content()).not.toContain(key);

  const { rows } = (await (await fetchWith(key, '/connections')).json()) as { rows: { id: string }[] };
  expect(rows.map(({ id }) => id)).toEqual([connectionId]);
  const token = await fetchWith(key, `/advertisers/${person.advertiserIds[0]}/token`);
  expect(await token.json()).toMatchObject({ connectionId, appId: app.appId, state: 'healthy' });
  expect((await fetchWith(key, '/audit')).status).toBe(403);

  await page.reload();
  await expect(row.getByRole('cell', { name: '127.0.0.1' })).toBeVisible();
  await row.getByRole('button', { name: 'Revoke 夜間レポート' }).click();
  const asked = page.getByRole('alertdialog');
  await expect(asked.getByText('127.0.0.1')).toBeVisible();
  await asked.getByRole('button', { name: 'Revoke', exact: true }).click();
  await expect(row.getByText('Revoked')).toBeVisible();
  expect((await fetchWith(key, '/connections')).status).toBe(401);

  const { rows: told } = await crew.ask<{ rows: { action: string; actor: { kind: string; name: string } }[] }>(
    'GET /audit',
  );
  expect(told.map(({ action }) => action)).toEqual(expect.arrayContaining(['key.created', 'key.revoked']));
  expect(told.find(({ action }) => action === 'connection.revealed')?.actor).toMatchObject({
    kind: 'key',
    name: '夜間レポート',
  });
  expect(JSON.stringify(told)).not.toContain(key);
  expect(readFileSync(serverLog, 'utf8')).not.toContain(key);
});

test('an auditor sees the keys and makes none; an operator does not see them', async ({ page, crew, enter }) => {
  await enter(await crew.member('auditor'));
  await page.goto(`/${crew.slug}/api-keys`);
  await expect(page.getByRole('heading', { level: 1, name: 'API keys' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Make a key' })).toHaveCount(0);
  await enter(await crew.member('operator'));
  await page.goto(`/${crew.slug}/api-keys`);
  await expect(page.getByRole('link', { name: 'API keys' })).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1, name: 'API keys' })).toHaveCount(0);
});

for (const [locale, language] of [
  ['en-GB', 'en'],
  ['ja-JP', 'ja'],
] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`page and dialogs read well to everybody, ${locale}, ${colorScheme}`, async ({ crew, browser }) => {
      const say = words(language);
      const context = await browser.newContext({ baseURL: appUrl, locale, colorScheme, reducedMotion: 'reduce' });
      await signIn(context, crew.owner);
      const page = await context.newPage();
      const permissions = ['connections.read', 'advertisers.read', 'tags.read', 'audit.read'];
      const limits = { advertiserIds: ['7000000000000000001'], addressRanges: ['192.0.2.0/24'] };
      await crew.ask('POST /api-keys', { name: 'Nightly', permissions, expiresInDays: 30, ...limits });
      await page.goto(`/${crew.slug}/api-keys`);
      const faults: string[] = [];
      const look = async (what: string) => {
        const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze();
        const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
        for (const { id, nodes } of serious)
          faults.push(`${what}: ${id} ${nodes.map(({ target }) => target).join(', ')}`);
      };
      await expect(page.getByRole('heading', { level: 1, name: say('keys.title') })).toBeVisible();
      await look('page');
      await page.getByRole('button', { name: say('keys.revoke.label', { name: 'Nightly' }) }).click();
      await look('revoke');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: say('keys.make.button'), exact: true }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText(say('keys.make.limits')).click();
      await dialog.getByRole('button', { name: say('keys.make.action') }).click();
      await look('make');
      await dialog.getByLabel(say('keys.make.name'), { exact: true }).fill('A');
      await dialog.getByLabel(say('keys.permission.connections.read')).check();
      await dialog.getByRole('button', { name: say('keys.make.action') }).click();
      await expect(page.getByText(say('keys.make.once'))).toBeVisible();
      await look('made');
      await page.setViewportSize({ width: 320, height: 700 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      expect(faults).toEqual([]);
      await context.close();
    });
  }
}
