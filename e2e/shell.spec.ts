import { expect, test } from './fixtures';
import { words } from './words';

const w = words('en');

test('a chosen theme stays over reloads and reaches other tabs; the system’s is followed where none is chosen', async ({
  page,
  context,
  crew,
  enter,
}) => {
  await enter();
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(`/${crew.slug}/apps`);
  const other = await context.newPage();
  await other.emulateMedia({ colorScheme: 'light' });
  await other.goto(`/${crew.slug}/apps`);
  const [here, there] = [page.locator('html'), other.locator('html')];
  await expect(here).not.toHaveClass(/dark/);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(here).toHaveClass(/dark/);

  const choose = async (name: string) => {
    await page.bringToFront();
    await page.getByRole('button', { name: w('shell.theme') }).click();
    await page.getByRole('menuitemradio', { name }).click();
  };
  await choose(w('shell.themeLight'));
  await expect(here).not.toHaveClass(/dark/);
  await choose(w('shell.themeDark'));
  await expect(here).toHaveClass(/dark/);
  await expect(there).toHaveClass(/dark/);
  await other.reload();
  await expect(there).toHaveClass(/dark/);
});

test('a link changes the page within its document; with Control it opens a tab', async ({
  page,
  context,
  crew,
  enter,
}) => {
  await enter();
  await page.goto(`/${crew.slug}/apps`);
  await page.evaluate(() => Object.assign(window, { same: true }));
  const members = page.getByRole('link', { name: w('shell.members'), exact: true });
  const [tab] = await Promise.all([context.waitForEvent('page'), members.click({ modifiers: ['Control'] })]);
  await expect(tab).toHaveURL(/\/members$/);
  await expect(page).toHaveURL(/\/apps$/);
  await members.click();
  await expect(page).toHaveURL(/\/members$/);
  await expect(members).toHaveAttribute('aria-current', 'page');
  expect(await page.evaluate(() => 'same' in window)).toBe(true);
});
