import { expect, test } from './fixtures';

test('an operation of the API opens by its link, and is found by a word of it', async ({ page }) => {
  await page.goto('/api/v1/docs#connections.token');
  const token = page.getByRole('group', { name: /^Its access token/ });
  await expect(token).toBeVisible();
  const pause = page.getByRole('group', { name: 'Stop handing its token out' });
  await expect(pause).toBeHidden();
  await page.getByRole('searchbox').fill('pause');
  await page.getByRole('navigation').getByRole('link', { name: /pause/ }).click();
  await expect(pause).toBeVisible();
});

test.describe(() => {
  test.use({ javaScriptEnabled: false });

  test('an operation of the API opens by its link without script', async ({ page }) => {
    await page.goto('/api/v1/docs#connections.token');
    await expect(page.getByRole('searchbox')).toBeHidden();
    await expect(page.getByRole('group', { name: /^Its access token/ })).toBeVisible();
  });
});
