import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { newCrew, type Crew } from './crew';
import { expect, signIn, test } from './fixtures';
import { words } from './words';

const w = words('en');
const total = 10_000;
let crew: Crew;

test.beforeAll(async () => {
  crew = await newCrew('Ten Thousand');
  const app = await crew.createApp({ name: 'Reporting' });
  await crew.fill(app, total);
});

test.beforeEach(({ context }) => signIn(context, crew.owner));

const list = () => `/${crew.slug}/connections`;
const grid = (page: Page) => page.getByRole('grid', { name: w('connections.title') });
const counted = (page: Page, count: number) =>
  page.getByRole('status').filter({ hasText: new RegExp(`^${w('connections.total', { count })}$`) });

async function goTo(page: Page, part: number) {
  await grid(page).evaluate((element, to) => element.scrollTo(0, element.scrollHeight * to), part);
}

async function chooseFirst(page: Page) {
  await page.goto(`${list()}?sort=name`);
  await expect(grid(page).getByRole('row').nth(1)).toContainText('Connection 00001');
  await grid(page).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
}

test('scrolls to row 10,000 and back, with at most 100 rows in the page', async ({ page }) => {
  await page.goto(`${list()}?sort=name`);
  const rows = grid(page).getByRole('row');
  await expect(counted(page, total)).toBeVisible();
  await expect(grid(page)).toHaveAttribute('aria-rowcount', String(total + 1));
  for (const part of [0.5, 1]) {
    await goTo(page, part);
    await expect(rows.last()).toContainText(/Connection \d{5}/);
    expect(await rows.count()).toBeLessThanOrEqual(100);
  }
  await expect(rows.last()).toHaveAttribute('aria-rowindex', String(total + 1));
  await expect(rows.last()).toContainText('Connection 10000');
  await expect(page).toHaveURL(/at=9\d{3}/);
  await page.reload();
  await expect(rows.last()).toContainText('Connection 10000');
  // A page that only now takes over its HTML scrolls once more to where the address says.
  await expect(async () => {
    await goTo(page, 0);
    await expect(rows.nth(1)).toContainText('Connection 00001', { timeout: 2_000 });
  }).toPass();
});

test('by keyboard: to the end and back, choosing a range, opening one', async ({ page }) => {
  await page.goto(`${list()}?sort=name`);
  await grid(page).focus();
  await page.keyboard.press('End');
  await expect(grid(page).getByRole('row').last()).toContainText('Connection 10000');
  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: w('connections.bulk.all', { count: total }) }).press('Enter');
  await expect(page.getByText(w('connections.bulk.selected', { count: total }))).toBeVisible();
  await expect(page.getByRole('toolbar').getByRole('button', { name: w('connections.bulk.tag') })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('toolbar')).toBeHidden();
  await grid(page).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByText(w('connections.bulk.selected', { count: 3 }))).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('toolbar')).toBeHidden();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Connection 00003' })).toBeVisible();
});

test('filters together, and the file has as many rows as the page says', async ({ page }) => {
  await page.goto(list());
  await page.getByRole('button', { name: w('connections.state.degraded') }).click();
  await page.getByRole('searchbox').first().fill('connection 01');
  const { total: count } = await crew.ask<{ total: number }>('GET /connections?state=degraded&q=connection+01&limit=1');
  expect(count).toBeGreaterThan(100);
  await expect(counted(page, count)).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: w('connections.list.export') }).click(),
  ]);
  const lines = (await readFile(await download.path(), 'utf8')).trim().split(/\r?\n/);
  expect(lines.length - 1).toBe(count);
  await page.getByRole('button', { name: w('connections.list.clear') }).click();
  await expect(counted(page, total)).toBeVisible();
});

test('ten thousand picked by hand are a file of ten thousand', async ({ page }) => {
  await chooseFirst(page);
  await page.keyboard.press('Shift+End');
  await expect(page.getByText(w('connections.bulk.selected', { count: total }))).toBeVisible({ timeout: 90_000 });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page
      .getByRole('toolbar')
      .getByRole('button', { name: w('connections.bulk.export') })
      .click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^connections-.+\.csv$/);
  const lines = (await readFile(await download.path(), 'utf8')).trim().split(/\r?\n/);
  expect(lines.length - 1).toBe(total);
});

test('of a range that does not come nothing is chosen, and that is said', async ({ page }) => {
  await chooseFirst(page);
  await expect(page.getByText(w('connections.bulk.selected', { count: 1 }))).toBeVisible();
  await page.route(/\/api\/v1\/connections\?/, (route) => route.abort());
  await page.keyboard.press('Shift+End');
  await expect(page.getByText(w('ui.table.rangeFailed'))).toBeVisible();
  await expect(page.getByText(w('connections.bulk.selected', { count: 1 }))).toBeVisible();
});

test('any permission narrows the list, found by its name in either language', async ({ page }) => {
  await page.goto(list());
  const { total: count } = await crew.ask<{ total: number }>('GET /connections?scope=44&limit=1');
  await page.getByRole('button', { name: w('connections.list.scope'), exact: true }).click();
  const panel = page.getByRole('dialog');
  await expect(panel.getByRole('listitem')).toHaveCount(167);
  await panel.getByRole('searchbox').fill('統合レポート');
  await expect(panel.getByRole('listitem')).toHaveCount(1);
  await panel.getByRole('checkbox', { name: 'Consolidated Report' }).check();
  await expect(page).toHaveURL(/scope=44/);
  await expect(counted(page, count)).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: /Consolidated Report/ }).first()).toBeVisible();
});

test('a shared view opens for a colleague', async ({ page, browser }) => {
  await page.goto(`${list()}?state=paused`);
  await page.getByRole('button', { name: w('shell.views.saveView') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(w('shell.views.name')).fill('Paused ones');
  await dialog.getByLabel(w('shell.views.shared')).check();
  await dialog.getByRole('button', { name: w('shell.views.save') }).click();
  await expect(page.getByRole('navigation').getByRole('link', { name: /Paused ones/ })).toBeVisible();

  const { total: count } = await crew.ask<{ total: number }>('GET /connections?state=paused&limit=1');
  const context = await browser.newContext();
  await signIn(context, await crew.member('operator'));
  const theirs = await context.newPage();
  await theirs.goto(list());
  await theirs.getByRole('link', { name: /Paused ones/ }).click();
  await expect(counted(theirs, count)).toBeVisible();
  await context.close();
});

test('everything that matches is tagged at once, but for what was left out', async ({ page }) => {
  await page.goto(`${list()}?state=revoked&sort=name`);
  const { total: count } = await crew.ask<{ total: number }>('GET /connections?state=revoked&limit=1');
  await grid(page).getByRole('checkbox').first().check();
  await grid(page).getByRole('checkbox').nth(1).uncheck();
  await expect(page.getByText(w('connections.bulk.selected', { count: count - 1 }))).toBeVisible();
  await page.keyboard.press('t');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('searchbox').fill('Gone');
  await dialog.getByRole('button', { name: w('connections.tagging.create', { name: 'Gone' }) }).click();
  await expect(dialog.getByRole('checkbox', { name: 'Gone' })).toBeChecked();
  await dialog.getByRole('button', { name: w('connections.tagging.add') }).click();
  await expect(dialog).toBeHidden();
  const tags = await crew.ask<{ id: string; connectionCount: number }[]>('GET /tags');
  expect(tags[0]?.connectionCount).toBe(count - 1);
});

test('columns and density stay as they were chosen', async ({ page }) => {
  await page.goto(list());
  await page.getByRole('button', { name: w('ui.table.display') }).click();
  await page.getByRole('checkbox', { name: w('connections.column.nextCheck') }).check();
  await page.getByText(w('ui.table.compact')).click();
  await page.reload();
  await expect(grid(page).getByRole('columnheader', { name: w('connections.column.nextCheck') })).toBeVisible();
  await expect(grid(page)).toHaveAttribute('data-dense');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no serious fault of accessibility with rows selected and a filter open, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto(`${list()}?state=healthy&archived=false`);
    await grid(page).getByRole('checkbox').nth(1).check();
    await page.getByRole('button', { name: w('connections.list.more'), exact: true }).click();
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
      .analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target)}`)).toEqual([]);
  });
}

for (const locale of ['en-GB', 'ja-JP']) {
  test.describe(() => {
    test.use({ viewport: { width: 320, height: 640 }, locale });

    test(`rows are cards at 320 pixels, to the last, ${locale}`, async ({ page }) => {
      await page.goto(`${list()}?sort=name&state=healthy&checkedBefore=PT1H`);
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      await expect(page.getByRole('grid').getByRole('row').last()).toContainText(/Connection \d{5}/);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    });
  });
}
