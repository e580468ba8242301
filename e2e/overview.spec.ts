import type { Connection } from '@/contract/connections';
import { newPerson } from './crew';
import { expect, test } from './fixtures';
import { tiktok } from './tiktok';
import { watchPage } from './violations';

/** On a machine under load, TikTok's answer may not come within the five seconds of a check. */
const patient = { timeout: 90_000 };

test('the overview says what waits for a person, and one button leads there', async ({ page, crew, enter }) => {
  test.slow();
  const app = await crew.createApp({ name: 'Overview' });
  const mia = await newPerson('Mia');
  const { connectionId } = await crew.connect(app, mia);
  const ask = (line: string) => crew.ask<Connection>(line.replace('{id}', String(connectionId)));
  // The first look at a new connection, on its way while mia withdraws, may come back after the check.
  await expect.poll(async () => (await ask('GET /connections/{id}')).lastCheckedAt, patient).not.toBeNull();
  await tiktok('revoke', { user: mia.key });
  await expect.poll(async () => (await ask('POST /connections/{id}/check')).state, patient).toBe('auth_broken');
  await enter();
  await page.goto(`/${crew.slug}/connections`);
  await expect(page.getByText(/Swept (just now|1 min ago)/)).toBeVisible();
  await expect(page.getByText(/next in \d+ (min|h)/)).toBeVisible();
  await page.goto(`/${crew.slug}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '1');
  const need = page.getByRole('listitem').filter({ hasText: '1 connection needs re-authorization' });
  await need.getByRole('link', { name: 'Re-authorize' }).click();
  await expect(page).toHaveURL(new RegExp(`/connections/${connectionId}`));
});

test('a team with nothing yet is led to its first connection', async ({ page, crew, enter }) => {
  await enter();
  await page.goto(`/${crew.slug}`);
  await expect(page.getByText(/in the last \d hours/)).toBeVisible();
  await page.getByRole('link', { name: 'Connect advertiser' }).click();
  await expect(page.getByRole('link', { name: 'Register an app' })).toBeVisible();
});

test('an admin changes how often connections are checked, and the overview says so', async ({ page, crew, enter }) => {
  const { errors } = await watchPage(page);
  await enter();
  await page.goto(`/${crew.slug}/settings`);
  await page.getByLabel('Check every connection once in').selectOption({ label: 'an hour' });
  await page.getByLabel('Share of TikTok').fill('90');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'between 1 and 80' })).toBeVisible();
  await page.getByLabel('Share of TikTok').fill('40');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Settings saved')).toBeVisible();
  expect(errors).toEqual([]);
  expect(await crew.ask('GET /team')).toMatchObject({ checkIntervalMinutes: 60, budgetPercent: 40 });
});

test('while TikTok answers nobody, every page says so, and no longer when it answers', async ({
  page,
  crew,
  enter,
}) => {
  const app = await crew.createApp({ name: 'Outage' });
  const people = [await newPerson('A'), await newPerson('B')];
  const made = [await crew.connect(app, people[0]!), await crew.connect(app, people[1]!)];
  const check = (at: number) => crew.ask(`POST /connections/${made[at % 2]!.connectionId}/check`);
  await check(0);
  await check(1);
  for (const endpoint of ['user/info', 'oauth2/advertiser/get']) {
    await tiktok('fail', { endpoint, appId: app.appId, kind: 'code', code: 50002, times: null });
  }
  await enter();
  // TikTok still answers for every other app: whatever of another team is asked meanwhile ends the outage.
  await expect(async () => {
    for (let at = 0; at < 5; at++) await check(at);
    await page.goto(`/${crew.slug}/apps`);
    await expect(page.getByText('TikTok answers nobody just now')).toBeVisible({ timeout: 5_000 });
  }).toPass();
  await tiktok('clear', {});
  await check(0);
  await page.goto(`/${crew.slug}`);
  await expect(page.getByText('TikTok answers nobody just now')).toBeHidden();
  expect(await crew.ask('GET /health/outages')).toEqual([]);
});
