import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { type Crew, newCrew, newPerson } from './crew';
import { expect, signIn, test } from './fixtures';
import { words } from './words';

const w = words('en');
type Team = { crew: Crew; once: string; twice: string; broken: string; listId: string };
let team: Team;

/** Three advertisers: one that two people reach, one of a single token, one of a broken one; and a list that expects a fourth. */
test.beforeAll(async () => {
  const crew = await newCrew('Advertiser Index');
  const app = await crew.createApp({ name: 'Reporting' });
  const hanako = await newPerson('花子', ['青山コスメ', 'Northwind']);
  const [twice = '', once = ''] = hanako.advertiserIds;
  await crew.connect(app, hanako);
  const mia = await newPerson('Mia', ['Broken']);
  const { connectionId } = await crew.connect(app, mia);
  await crew.ask(`POST /connections/${connectionId}/revoke`, { reason: 'Done' });
  const [broken = ''] = mia.advertiserIds;
  const csv = `advertiser_id,name\n${twice},青山\n${once},North\n${broken},Broken\n7010666682221854001,Nobody`;
  const { id } = await crew.ask<{ id: string }>('POST /coverage', { name: '対象 Q4', csv });
  team = { crew, once, twice, broken, listId: id };
});

const open = async (page: Page, path: string) => {
  await signIn(page.context(), team.crew.owner);
  await page.goto(`/${team.crew.slug}/${path}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
};

test('finds an advertiser by part of its name in Japanese or by the beginning of its id, and tells who reaches it', async ({
  page,
}) => {
  await open(page, 'advertisers');
  const grid = page.getByRole('grid', { name: w('advertisers.title') });
  await expect(grid.getByRole('row')).toHaveCount(4);
  await page.getByRole('searchbox').fill('コスメ');
  await expect(grid.getByRole('row')).toHaveCount(2);
  await expect(page).toHaveURL(/q=/);
  await page.getByRole('searchbox').fill(team.once.slice(0, 17));
  await expect(grid).toContainText(team.once);
  await expect(grid.getByRole('row')).toHaveCount(2);
  await grid.getByRole('link', { name: /Northwind/ }).click();
  await expect(page.getByText(w('advertisers.warning.one_token.title'))).toBeVisible();
  await expect(page.getByRole('link', { name: w('advertisers.warning.one_token.act') })).toBeVisible();
  await expect(page.getByRole('list', { name: w('advertisers.view.connections') }).getByRole('listitem')).toHaveCount(
    1,
  );
  await expect(page.getByRole('list', { name: w('advertisers.view.connections') })).toContainText('Ad Account, Ads');
});

test('narrows by how they are reached, without a mouse, and the file has the rows that are shown', async ({ page }) => {
  await open(page, 'advertisers');
  const tile = page.getByRole('button', { name: new RegExp(w('advertisers.reach.one_token')) });
  await tile.focus();
  await page.keyboard.press('Enter');
  await expect(tile).toHaveAttribute('aria-pressed', 'true');
  const grid = page.getByRole('grid', { name: w('advertisers.title') });
  await expect(grid).toHaveAttribute('aria-rowcount', '3');
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: w('advertisers.list.export') }).click();
  const text = await readFile(await (await download).path(), 'utf8');
  expect(text.trim().split('\r\n')).toHaveLength(3);
  expect(text).toContain(`"${team.once}"`);
});

test('narrows by several statuses in words and by an app, and both come off', async ({ page }) => {
  await open(page, 'advertisers');
  const grid = page.getByRole('grid', { name: w('advertisers.title') });
  const panel = page.getByRole('dialog');
  const filter = (name: string) => page.getByRole('button', { name, exact: true, expanded: false });
  await filter(w('advertisers.list.status')).click();
  await expect(panel.getByRole('listitem').first()).toBeVisible();
  await expect(panel).not.toContainText('STATUS_');
  await panel.getByLabel(w('connections.advertisers.status.enabled')).check();
  await expect(page).toHaveURL(/status=STATUS_ENABLE/);
  await page.keyboard.press('Escape');
  await filter(w('advertisers.list.app')).click();
  await panel.getByLabel('Reporting').check();
  await expect(page).toHaveURL(/appId=/);
  await page.keyboard.press('Escape');
  await expect(grid.getByRole('row')).not.toHaveCount(1);
  for (const field of ['status', 'app'] as const) {
    const label = w(`advertisers.list.${field}`);
    await page.getByRole('button', { name: w('ui.removeFilter', { label }) }).click();
  }
  await expect(page).not.toHaveURL(/appId=|status=/);
});

test('says that a list could not be asked for again, and tries again', async ({ page }) => {
  await open(page, `coverage/${team.listId}`);
  const report = `**/api/v1/coverage/${team.listId}`;
  await page.route(report, (route) => (route.request().method() === 'GET' ? route.abort() : route.continue()));
  await page.getByRole('button', { name: w('coverage.menu.more') }).click();
  await page.getByRole('menuitem', { name: w('coverage.menu.rename') }).click();
  await page.getByRole('dialog').getByLabel(w('coverage.upload.name')).fill('対象 Q4');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: w('coverage.menu.rename') })
    .click();
  const alert = page.getByRole('alert').filter({ hasText: w('coverage.failure.offline') });
  await expect(alert).toBeVisible({ timeout: 60_000 });
  await page.unroute(report);
  await alert.getByRole('button', { name: w('coverage.retry') }).click();
  await expect(alert).toHaveCount(0);
});

test('a list of more than twenty thousand is shown by its beginning and kept whole', async ({ page }) => {
  await open(page, 'coverage');
  const ids = Array.from({ length: 21_000 }, (_, at) => `${7_010_666_682_221_800_000n + BigInt(at)}`);
  await page
    .getByLabel(w('coverage.upload.file'))
    .setInputFiles({ name: 'large.csv', mimeType: 'text/csv', buffer: Buffer.from(ids.join('\n')) });
  await expect(page.getByRole('button', { name: w('coverage.upload.putAway') })).toBeVisible();
  await page.getByRole('button', { name: w('coverage.upload.submit') }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'large' })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('grid', { name: 'large' })).toHaveAttribute('aria-rowcount', '21001');
});

test('a list is uploaded, its bad lines told by number, and what it expects is held against what is reached', async ({
  page,
}) => {
  await open(page, 'coverage');
  const csv = `広告主ID,広告主名\n${team.once},North\n7.01E+18,Rounded\n7010666682221854001,Nobody`;
  await page
    .getByLabel(w('coverage.upload.file'))
    .setInputFiles({ name: 'expected.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${csv}`) });
  await expect(page.getByLabel(w('coverage.upload.name'))).toHaveValue('expected');
  await page.getByRole('button', { name: w('coverage.upload.submit') }).click();
  const alert = page.getByRole('alert').filter({ hasText: w('coverage.upload.line', { line: 3 }) });
  await expect(alert).toContainText('7.01E+18');
  await page.getByLabel(w('coverage.upload.skip')).check();
  await page.getByRole('button', { name: w('coverage.upload.submit') }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'expected' })).toBeVisible();
  const grid = page.getByRole('grid', { name: 'expected' });
  await expect(grid.getByRole('row')).toHaveCount(3);
  await page.getByRole('button', { name: new RegExp(w('coverage.kind.uncovered')) }).click();
  await expect(grid.getByRole('row')).toHaveCount(2);
  await expect(grid).toContainText('Nobody');

  await page.getByRole('button', { name: w('coverage.menu.more') }).click();
  await page.getByRole('menuitem', { name: w('coverage.menu.remove') }).click();
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: w('coverage.menu.remove') })
    .click();
  await expect(page.getByRole('link', { name: 'expected' })).toHaveCount(0);
});

test('an auditor sees coverage and can change none of it', async ({ page }) => {
  await signIn(page.context(), await team.crew.member('auditor'));
  await page.goto(`/${team.crew.slug}/coverage/${team.listId}`);
  await expect(page.getByRole('heading', { level: 1, name: '対象 Q4' })).toBeVisible();
  await expect(page.getByRole('button', { name: w('coverage.menu.more') })).toHaveCount(0);
  await page.goto(`/${team.crew.slug}/coverage`);
  await expect(page.getByRole('link', { name: '対象 Q4' })).toBeVisible();
  await expect(page.getByRole('button', { name: w('coverage.upload.submit') })).toHaveCount(0);
});
