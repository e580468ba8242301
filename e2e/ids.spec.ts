import type { Authorization } from '@/contract/authorizations';
import type { Connection } from '@/contract/connections';
import { PERMISSIONS_ABOVE_2_53 } from '@/simulator/permissions';
import { newPerson } from './crew';
import { expect, test } from './fixtures';
import { tiktok } from './tiktok';

test('ids above 2^53 reach the API and the page unchanged', async ({ page, crew, enter }) => {
  expect(PERMISSIONS_ABOVE_2_53).toHaveLength(25);
  const scopes = [...PERMISSIONS_ABOVE_2_53, '9007199254740993'];
  const person = await newPerson('Hanako', ['One', 'Two', 'Three']);
  const app = await crew.createApp({ scopes: [...scopes, '100'] });
  const { url } = await crew.ask<{ url: string }>(`POST /apps/${app.id}/authorizations`, { bound: false });
  const { location } = await tiktok<{ location: string }>('authorize', { url, user: person.key, scopes });
  const { connectionId } = await crew.ask<Authorization>('POST /authorizations/complete', { pasted: location });

  const connection = await crew.ask<Connection>(`GET /connections/${connectionId}`);
  expect(connection.scopes.toSorted()).toEqual(scopes.toSorted());
  expect(connection.app.appId).toBe(app.appId);
  const { rows } = await crew.ask<{ rows: { advertiserId: string }[] }>(`GET /connections/${connectionId}/advertisers`);
  expect(rows.map(({ advertiserId }) => advertiserId).toSorted()).toEqual(person.advertiserIds.toSorted());

  await enter();
  await page.goto(`/${crew.slug}/connections/${connectionId}?tab=permissions`);
  for (const id of scopes) await expect(page.getByRole('tabpanel')).toContainText(id);
  await page.goto(`/${crew.slug}/connections/${connectionId}?tab=advertisers`);
  for (const id of person.advertiserIds) await expect(page.getByText(id, { exact: true }).first()).toBeVisible();
  await page.goto(`/${crew.slug}/apps/${app.id}`);
  await expect(page.getByText(app.appId, { exact: true }).first()).toBeVisible();
});
