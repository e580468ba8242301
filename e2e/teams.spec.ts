import { expect, signIn, test } from './fixtures';

test('an owner creates another team from the menu, and goes back and forth; each shows its own', async ({
  page,
  crew,
  enter,
}) => {
  await crew.createApp({ name: 'Of the first team' });
  await enter();
  await page.goto(`/${crew.slug}/apps`);
  await page.getByRole('button', { name: 'Aoyama Media', exact: true }).click();
  await page.getByRole('menuitem', { name: 'New team' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'New team' })).toBeVisible();
  await page.getByRole('button', { name: 'Create team' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'This is needed' })).toBeVisible();
  await page.getByLabel('Team name').fill('Second Client K.K.');
  await page.getByRole('button', { name: 'Create team' }).click();
  await expect(page).toHaveURL(/\/second-client-k-k(-\d+)?$/);
  const second = new URL(page.url()).pathname;

  await page.goto(`${second}/apps`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText('Of the first team')).toBeHidden();
  await page.getByRole('button', { name: 'Second Client K.K.' }).click();
  await page.getByRole('menuitem', { name: 'Aoyama Media' }).click();
  await expect(page).toHaveURL(new RegExp(`/${crew.slug}/connections`));
  await page.goto(`/${crew.slug}/apps`);
  await expect(page.getByText('Of the first team')).toBeVisible();
});

test('an admin is offered no new team', async ({ page, crew, context }) => {
  await signIn(context, await crew.member('admin'));
  await page.goto(`/${crew.slug}/apps`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Aoyama Media', exact: true })).toBeHidden();
  await page.goto(`/${crew.slug}/teams/new`);
  await expect(page.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible();
});
