import { alterSecret, newPerson } from './crew';
import { planted } from './facts';
import { expect, test } from './fixtures';
import { tiktok } from './tiktok';
import { words } from './words';

const w = words('en');
/** Its page never loads, so the paste box stands open. */
const unreachable = 'http://192.168.101.1/callback';

test('an App Secret that was altered is asked for again wherever it is needed, and then serves', async ({
  page,
  crew,
  enter,
}) => {
  const app = await crew.createApp({ redirectUrls: [unreachable] });
  const { key } = await newPerson('Hanako');
  const { id, url } = await crew.ask<{ id: string; url: string }>(`POST /apps/${app.id}/authorizations`, {});
  const { location } = await tiktok<{ location: string }>('authorize', { url, user: key });
  await alterSecret(app.id);
  await enter();

  await page.goto(`/${crew.slug}/apps/${app.id}`);
  const copy = page.getByRole('button', { name: w('apps.url.copy') });
  const refused = page.getByText(w('apps.failure.secret_tampered'));
  await copy.click();
  await expect(refused).toBeVisible();

  await page.goto(`/${crew.slug}/authorizations/${id}`);
  await page.getByRole('textbox', { name: w('authorizations.paste.label') }).fill(location);
  await page.getByRole('button', { name: w('authorizations.paste.get') }).click();
  await expect(page.getByText(w('authorizations.exchanging.waitsText'))).toBeVisible();
  await page.getByRole('link', { name: w('authorizations.exchanging.enterSecret') }).click();
  await page.getByRole('textbox', { name: new RegExp(`^${w('apps.form.secret')}`) }).fill(planted.appSecret);
  await page.getByRole('button', { name: w('apps.form.save'), exact: true }).click();

  await expect(copy).toBeVisible();
  await copy.click();
  await expect(page.getByRole('link', { name: w('apps.url.follow') })).toBeVisible();
  await expect(refused).toHaveCount(0);
});
