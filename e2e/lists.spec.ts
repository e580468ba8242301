import type { Page } from '@playwright/test';
import { newPerson } from './crew';
import { expect, test } from './fixtures';
import { words } from './words';

const w = words('en');

/** Follows what this page asks of our API from now on. */
function apiRequests(page: Page): string[] {
  const seen: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/api/v1')) seen.push(pathname);
  });
  return seen;
}

for (const list of ['connections', 'apps', 'authorizations', 'connect']) {
  test(`the first paint of ${list} has its rows and asks nothing`, async ({ page, crew, enter }) => {
    const app = await crew.createApp({ name: 'First Paint' });
    await crew.connect(app, await newPerson('Hanako'));
    await enter();
    const asked = apiRequests(page);
    await page.goto(`/${crew.slug}/${list}`, { waitUntil: 'networkidle' });
    await expect(page.getByRole('main')).toContainText('First Paint');
    expect(asked).toEqual([]);
  });
}

test('10,000 advertisers scroll to the last and are searched, with at most 100 rows in the page', async ({
  page,
  crew,
  enter,
}) => {
  const app = await crew.createApp({ name: 'Enterprise' });
  const { connectionId } = await crew.connect(app, { key: 'enterprise', name: 'Global Media Desk', advertiserIds: [] });
  await enter();
  await page.goto(`/${crew.slug}/connections/${connectionId}?tab=advertisers`);
  const table = page.getByRole('grid', { name: w('connections.advertisers.title') });
  const rows = table.getByRole('row');
  const count = w('connections.advertiserCount', { count: 10_000 });
  await expect(page.getByRole('status').filter({ hasText: count })).toBeVisible();
  for (const part of [0.25, 0.5, 0.75, 1]) {
    await table.evaluate((element, to) => element.scrollTo(0, element.scrollHeight * to), part);
    await expect(table.getByText(/\d{19}/).first()).toBeVisible({ timeout: 90_000 });
    expect(await rows.count()).toBeLessThanOrEqual(100);
  }
  await expect(rows.last()).toHaveAttribute('aria-rowindex', '10001');
  const byId = table.getByRole('columnheader', { name: w('connections.advertisers.column.id') });
  for (const order of ['ascending', 'descending']) {
    await byId.getByRole('button').click();
    await expect(byId).toHaveAttribute('aria-sort', order);
    await expect(page).toHaveURL(order === 'ascending' ? /sort=id/ : /sort=-id/);
  }

  const {
    rows: [one],
  } = await crew.ask<{ rows: { advertiserId: string }[] }>(
    `GET /connections/${connectionId}/advertisers?limit=1&q=9999`,
  );
  await page.getByRole('searchbox').fill(one!.advertiserId);
  await expect(table).toContainText(one!.advertiserId);
  await expect(rows).toHaveCount(2);
});

test('an auditor sees everything and no button that acts', async ({ page, crew, enter }) => {
  const app = await crew.createApp();
  const { connectionId, id } = await crew.connect(app, await newPerson('Hanako'));
  await crew.ask(`POST /apps/${app.id}/authorizations`, { bound: false });
  await enter(await crew.member('auditor'));
  const acting = [
    'connections.connect',
    'connections.view.check',
    'connections.view.reauthorize',
    'connections.menu.more',
    'connections.token.reveal',
    'apps.register',
    'apps.url.connectNow',
    'apps.url.copy',
    'apps.view.edit',
    'authorizations.waiting.cancel',
  ].map((key) => w(key));
  const addresses = [
    'connections',
    `connections/${connectionId}`,
    'apps',
    `apps/${app.id}`,
    'authorizations',
    `authorizations/${id}`,
  ];
  for (const address of addresses) {
    await page.goto(`/${crew.slug}/${address}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    for (const name of acting) {
      await expect(page.getByRole('button', { name, exact: true }), `${name} on ${address}`).toHaveCount(0);
      await expect(page.getByRole('link', { name, exact: true }), `${name} on ${address}`).toHaveCount(0);
    }
  }
});
