import { newPerson } from './crew';
import { planted } from './facts';
import { expect, signIn, test } from './fixtures';
import { consent } from './tiktok';
import { words } from './words';

const w = words('en');

test('a code and its state are nowhere in the browser once TikTok has sent it back', async ({ page, crew, enter }) => {
  const hanako = await newPerson('Hanako');
  const app = await crew.createApp();
  await enter();
  await page.goto(`/${crew.slug}/apps/${app.id}`);
  const callback = page.waitForRequest((request) => new URL(request.url()).pathname === '/callback');
  const asked: { url: string; referrer: string | undefined }[] = [];
  page.on('request', (request) => asked.push({ url: request.url(), referrer: request.headers().referer }));
  await page.getByRole('button', { name: w('apps.url.connectNow') }).click();
  await consent(page, hanako.name);
  const { searchParams } = new URL((await callback).url());
  const secrets = [searchParams.get('auth_code')!, searchParams.get('state')!];
  await expect(page.getByRole('heading', { name: w('authorizations.ending.connected.title') })).toBeVisible();

  const session = await page.context().newCDPSession(page);
  const { entries, currentIndex } = await session.send('Page.getNavigationHistory');
  const code = secrets[0]!;
  expect(entries.filter(({ url }) => url.includes(code))).toEqual([]);
  expect(secrets.some((secret) => entries[currentIndex]!.url.includes(secret))).toBe(false);
  const told = await page.evaluate(() =>
    [document.referrer, document.title, document.documentElement.outerHTML].join(),
  );
  expect(secrets.filter((secret) => told.includes(secret))).toEqual([]);
  const since = asked.slice(asked.findIndex(({ url }) => url.includes(code)) + 1);
  expect(since.length).toBeGreaterThan(0);
  expect(
    since.filter(({ url, referrer = '' }) => secrets.some((one) => url.includes(one) || referrer.includes(one))),
  ).toEqual([]);
});

test('a field for a secret is kept from whatever fills in, checks or translates, and is never filled in by us', async ({
  page,
  crew,
}) => {
  const app = await crew.createApp();
  const fieldsAt = async (path: string) => {
    await page.goto(path);
    await expect(page.locator('input[type=password]').first()).toBeVisible();
    return page.locator('input[type=password]').evaluateAll((fields) =>
      fields.map((field) => ({
        value: (field as HTMLInputElement).value,
        autocomplete: field.getAttribute('autocomplete'),
        spellcheck: field.getAttribute('spellcheck'),
        translate: field.getAttribute('translate'),
        ignored: ['data-1p-ignore', 'data-lpignore', 'data-bwignore'].every((name) => field.hasAttribute(name)),
      })),
    );
  };
  const kept = { value: '', spellcheck: 'false', translate: 'no' };
  expect(await fieldsAt('/sign-in')).toEqual([{ ...kept, autocomplete: 'current-password', ignored: false }]);

  await signIn(page.context(), await crew.member('admin', planted.ownerPassword));
  for (const path of [`/${crew.slug}/apps/new`, `/${crew.slug}/apps/${app.id}/edit`]) {
    const fields = await fieldsAt(path);
    for (const field of fields) expect([path, field]).toEqual([path, { ...kept, autocomplete: 'off', ignored: true }]);
  }
  for (const field of await fieldsAt('/account')) {
    expect(field).toMatchObject({ ...kept, autocomplete: expect.stringMatching(/^(current|new)-password$/) });
  }
});
