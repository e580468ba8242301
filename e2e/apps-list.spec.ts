import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { newCrew, newPerson, type Crew } from './crew';
import { expect, signIn, test } from './fixtures';
import { words } from './words';

const w = words('en');
let crew: Crew;

test.beforeAll(async () => {
  crew = await newCrew('Many Apps');
  const app = await crew.createApp({ name: 'Busy' });
  await crew.connect(app, await newPerson('Hanako'));
  await crew.ask('POST /apps', { name: 'Trial', environment: 'sandbox', tier: 'premium', reviewStatus: 'approved' });
  await crew.ask('POST /apps', { name: 'Waiting', reviewStatus: 'in_review' });
});

test.beforeEach(({ context }) => signIn(context, crew.owner));

const list = () => `/${crew.slug}/apps`;
const grid = (page: Page) => page.getByRole('grid', { name: w('apps.title') });
const names = (page: Page) => grid(page).getByRole('link', { name: /^(Busy|Trial|Waiting)$/ });
const heading = (page: Page, column: string) =>
  grid(page).getByRole('columnheader', { name: w(`apps.column.${column}`), exact: true });

test('sorts by each heading, both ways, and says so', async ({ page }) => {
  await page.setViewportSize({ width: 1600, height: 900 });
  await page.goto(list());
  await expect(names(page)).toHaveText(['Busy', 'Trial', 'Waiting']);
  const ways: [string, 'ascending' | 'descending', string[]][] = [
    ['app', 'descending', ['Waiting', 'Trial', 'Busy']],
    ['review', 'ascending', ['Waiting', 'Busy', 'Trial']],
    ['environment', 'ascending', ['Busy', 'Waiting', 'Trial']],
    ['tier', 'ascending', ['Busy', 'Waiting', 'Trial']],
    ['connections', 'descending', ['Busy', 'Waiting', 'Trial']],
    ['connections', 'ascending', ['Trial', 'Waiting', 'Busy']],
  ];
  for (const [column, direction, expected] of ways) {
    await heading(page, column).getByRole('button').click();
    await expect(heading(page, column)).toHaveAttribute('aria-sort', direction);
    await expect(names(page), `${column}, ${direction}`).toHaveText(expected);
  }
  await page.reload();
  await expect(names(page)).toHaveText(['Trial', 'Waiting', 'Busy']);
});

test('narrows by environment, tier and review; the file has what the page shows', async ({ page }) => {
  await page.goto(list());
  const choose = async (filter: string, choice: string) => {
    // The heading of the column that is called the same comes after it.
    await page
      .getByRole('button', { name: w(filter), exact: true })
      .first()
      .click();
    await page.getByRole('dialog').getByLabel(w(choice)).check();
    await page.keyboard.press('Escape');
  };
  await choose('apps.review.label', 'apps.review.approved');
  await expect(names(page)).toHaveText(['Busy', 'Trial']);
  await choose('apps.environment.label', 'apps.environment.sandbox');
  await choose('apps.tier.label', 'apps.tier.premium');
  await expect(names(page)).toHaveText(['Trial']);
  await expect(page.getByRole('status').getByText(w('apps.count', { count: 1 }), { exact: true })).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: w('apps.list.export') }).click();
  const lines = (await readFile(await (await download).path(), 'utf8')).trim().split('\r\n');
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain('Trial');
  await page.getByRole('button', { name: w('apps.list.clear') }).click();
  await expect(names(page)).toHaveCount(3);
});

test('is a list of cards on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 780 });
  await page.goto(list());
  await expect(grid(page).getByRole('columnheader')).toHaveCount(0);
  const busy = grid(page).getByRole('row').filter({ hasText: 'Busy' });
  await expect(busy).toContainText(w('apps.list.connections', { count: 1 }));
  await expect(busy).toContainText(w('apps.review.approved'));
  const boxes = await busy
    .getByRole('gridcell')
    .evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect()).filter(({ width }) => width > 0));
  for (const { left, right } of boxes) expect(left >= 0 && right <= 390).toBe(true);
});

test('a view of it is kept, and stands in the sidebar with its count', async ({ page }) => {
  await page.goto(`${list()}?tier=basic`);
  await page.getByRole('button', { name: w('shell.views.saveView') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(w('shell.views.name')).fill('Basic ones');
  await dialog.getByRole('button', { name: w('shell.views.save') }).click();
  const link = page.getByRole('navigation').getByRole('link', { name: /Basic ones/ });
  await expect(link).toContainText('2');
  await expect(link).toHaveAttribute('aria-current', 'page');
  await page.goto(list());
  await link.click();
  await expect(names(page)).toHaveText(['Busy', 'Waiting']);
});
