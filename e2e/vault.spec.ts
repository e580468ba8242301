import { newCrew, newPerson, wearKey, wrapOtherwise } from './crew';
import { expect, signIn, test } from './fixtures';
import { words } from './words';

const w = words('en');

test('an owner has everything sealed anew from the settings, and a token opens after as before', async ({
  page,
  context,
}) => {
  const crew = await newCrew('Sealed Anew');
  const { connectionId } = await crew.connect(await crew.createApp(), await newPerson('Hanako'));
  await signIn(context, crew.owner);
  await page.goto(`/${crew.slug}/settings`);
  await page.getByRole('link', { name: w('settings.vaultText') }).click();
  await expect(page.getByRole('heading', { level: 1, name: w('vault.title') })).toBeVisible();
  await expect(page.getByText(/^([0-9a-f]{4}-){3}[0-9a-f]{4}$/)).toBeVisible();

  const rotate = page.getByRole('button', { name: w('vault.rotate.rotate.action'), exact: true });
  await rotate.click();
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: w('vault.rotate.rotate.action'), exact: true })
    .click();
  await expect(page.getByRole('progressbar')).toBeVisible();
  await expect(rotate).toBeDisabled();
  await expect(page.getByRole('progressbar')).toBeHidden({ timeout: 120_000 });
  const [first, second] = [page.getByRole('row').nth(1), page.getByRole('row').nth(2)];
  await expect(first).toContainText(w('vault.keys.uses.sealing'));
  await expect(second).toContainText(w('vault.keys.uses.opening'));
  await expect(second.getByRole('cell').nth(3)).toHaveText('0');

  await second.getByRole('button').click();
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: w('vault.retire.action'), exact: true })
    .click();
  await expect(page.getByRole('alertdialog').getByRole('alert')).toContainText(/\d/);
  expect(await crew.ask(`POST /connections/${connectionId}/check`)).toMatchObject({ state: 'healthy' });
});

test('an owner has the data keys wrapped by a new master key; with none there is nothing to do, and why is said', async ({
  page,
  crew,
  enter,
}) => {
  await enter();
  await page.goto(`/${crew.slug}/settings/security`);
  const rewrap = page.getByRole('button', { name: w('vault.rewrap.action'), exact: true });
  const status = page.getByRole('status').filter({ hasText: /\d of \d/ });
  await expect(rewrap).toBeDisabled();
  await expect(rewrap).toHaveAccessibleDescription(w('vault.master.whole'));

  await wrapOtherwise();
  await page.reload();
  await expect(status).toContainText(/^0 of [3-9]/);
  await expect(page.getByText(w('vault.master.notYet'))).toBeVisible();
  await rewrap.focus();
  await page.keyboard.press('Enter');
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: w('vault.rewrap.action'), exact: true })
    .click();
  await expect(page.getByRole('alertdialog')).toBeHidden();
  await expect(status).toContainText(/^([3-9]) of \1/);
  await expect(rewrap).toBeDisabled();
  await expect(rewrap).toBeFocused();
});

test('a key that has sealed too often asks for another', async ({ page, context }) => {
  const crew = await newCrew('Worn Key');
  await signIn(context, crew.owner);
  const worn = page.getByText(w('vault.worn.title'));
  await page.goto(`/${crew.slug}/settings/security`);
  await expect(page.getByRole('heading', { level: 1, name: w('vault.title') })).toBeVisible();
  await expect(worn).toHaveCount(0);
  await wearKey(2 ** 31);
  await page.reload();
  await expect(worn).toBeVisible();
  await expect(page.getByText(/2,147,483,648.+4,294,967,296/)).toBeVisible();
  await wearKey(0);
});

test('nobody but an owner sees the keys', async ({ page, context }) => {
  const crew = await newCrew('Keys');
  await signIn(context, await crew.member('admin'));
  await page.goto(`/${crew.slug}/settings`);
  await expect(page.getByRole('heading', { level: 1, name: w('settings.title') })).toBeVisible();
  await expect(page.getByRole('link', { name: w('settings.vaultText') })).toHaveCount(0);
});
