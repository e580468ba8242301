import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { type Crew, newCrew, newPerson } from './crew';
import { expect, signIn, test } from './fixtures';
import { words } from './words';

const w = words('en');
let crew: Crew;
let advertiserId: string;

test.beforeAll(async () => {
  crew = await newCrew('Palette');
  const app = await crew.createApp({ name: 'Reporting' });
  const hanako = await newPerson('花子', ['青山コスメ']);
  [advertiserId = ''] = hanako.advertiserIds;
  await crew.connect(app, hanako);
});

test.beforeEach(async ({ page }) => {
  await signIn(page.context(), crew.owner);
  await page.goto(`/${crew.slug}/apps`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

async function search(page: Page, text: string) {
  const dialog = page.getByRole('dialog', { name: w('shell.palette.title') });
  // The page may be there before it listens.
  await expect(async () => {
    await page.keyboard.press('Control+k');
    await expect(dialog).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(dialog.getByRole('combobox')).toBeFocused();
  await page.keyboard.insertText(text);
  return dialog;
}

test('two Japanese characters and Enter lead to an advertiser', async ({ page }) => {
  const dialog = await search(page, '青山');
  await expect(dialog.getByRole('option', { name: /青山コスメ/ }).first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '青山コスメ' })).toBeVisible();
  await expect(dialog).toBeHidden();
});

test('the beginning of an id finds it too, and Escape leaves the page as it was', async ({ page }) => {
  const dialog = await search(page, advertiserId.slice(0, 15));
  await expect(dialog.getByRole('option', { name: new RegExp(advertiserId) })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page).toHaveURL(/\/apps$/);
});

test('a page is found by part of its name, with the arrow keys', async ({ page }) => {
  const dialog = await search(page, 'au');
  const options = dialog.getByRole('option');
  await expect(options.filter({ hasText: w('shell.audit') })).toBeVisible();
  await page.keyboard.press('End');
  await expect(options.last()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Home');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
});

test('what nobody has is said, and spoken', async ({ page }) => {
  const dialog = await search(page, 'zzzz');
  await expect(dialog.getByRole('status')).toHaveText(w('shell.palette.nothing'));
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no serious fault of accessibility in it, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const dialog = await search(page, '青山');
    await expect(dialog.getByRole('option', { name: /青山コスメ/ }).first()).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze();
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  });
}
