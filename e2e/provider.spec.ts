import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { knowAtProvider, newCrew, newPerson } from './crew';
import { appUrl, provider } from './facts';
import { expect, test } from './fixtures';
import { words } from './words';

const w = words('en');
const { name } = provider;

/** Signs in at the provider as its person `sub`, from a page of ours that leads there. */
async function goThrough(page: Page, sub: string): Promise<void> {
  await page.waitForURL(`${provider.issuer}/interaction/**`);
  await page.getByRole('button', { name: sub }).click();
  await page.waitForURL(`${appUrl}/**`);
}

async function signInThere(page: Page, sub: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByRole('button', { name: w('auth.provider.action', { name }) }).click();
  await goThrough(page, sub);
}
/** At both: nothing of either is kept. */
const forget = (page: Page) => page.context().clearCookies();

test('groups at the provider let somebody in, change their role, and put them out', async ({ page }) => {
  const team = await newCrew('Provided', provider.teamSlug);
  const person = { sub: randomUUID(), email: `${randomUUID()}@example.com`, email_verified: true, name: 'Hanako' };
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const answered: string[] = [];
  page.on('response', async (response) => {
    if (!response.url().startsWith(appUrl)) return;
    for (const { name: header, value } of await response.headersArray().catch(() => [])) {
      if (header.toLowerCase() === 'set-cookie') answered.push(value);
    }
  });
  await knowAtProvider({ ...person, groups: ['Ad ops'] });
  await signInThere(page, person.sub);
  await expect(page).toHaveURL(new RegExp(`/${team.slug}`));
  const role = async () => {
    const response = await page.request.get('/api/v1/session', { headers: { 'x-team': team.slug } });
    return response.ok() ? ((await response.json()) as { role: string }).role : response.status();
  };
  expect(await role()).toBe('operator');
  const [leaving = ''] = asked.filter((url) => url.startsWith(`${provider.issuer}/auth`));
  const sent = new URL(leaving).searchParams;
  for (const check of ['state', 'nonce', 'code_challenge']) expect(sent.get(check)).toBeTruthy();
  expect(sent.get('code_challenge_method')).toBe('S256');
  expect(answered.some((cookie) => cookie.startsWith('next-auth.session-token='))).toBe(true);
  for (const cookie of answered.filter((line) => line.includes('next-auth'))) {
    expect(cookie).toMatch(/; ?HttpOnly/i);
    expect(cookie).toMatch(/; ?SameSite=Lax/i);
  }

  await knowAtProvider({ ...person, groups: ['Ad ops', 'Ad admins'] });
  await forget(page);
  await signInThere(page, person.sub);
  expect(await role()).toBe('admin');
  await knowAtProvider({ ...person, groups: [] });
  await forget(page);
  await signInThere(page, person.sub);
  await expect(page.getByRole('heading', { name: w('auth.noTeam.title') })).toBeVisible();
  expect(await role()).toBe(404);
});

test('an account with a password is linked by who is signed in to it, and by nobody else', async ({ page, crew }) => {
  const password = 'Correct-Horse-1f4b';
  const { email } = await crew.member('operator', password);
  const sub = randomUUID();
  await knowAtProvider({ sub, email, email_verified: true });
  await signInThere(page, sub);
  await expect(page.getByText(w('auth.provider.link_first', { name }))).toBeVisible();
  await forget(page);
  await page.goto('/sign-in');
  await page.getByLabel(w('auth.signIn.email')).fill(email);
  await page.getByLabel(w('auth.signIn.password'), { exact: true }).fill(password);
  await page.getByRole('button', { name: w('auth.signIn.action'), exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/${crew.slug}`));
  await page.goto('/account');
  await page.getByRole('button', { name: w('account.identities.link', { name }) }).click();
  await goThrough(page, sub);
  await expect(page.getByText(provider.issuer)).toBeVisible();
  await forget(page);
  await signInThere(page, sub);
  await expect(page).toHaveURL(new RegExp(`/${crew.slug}`));
});

test('an answer that was meant for another browser signs nobody in', async ({ page, browser }) => {
  const sub = randomUUID();
  await knowAtProvider({ sub, email: `${sub}@example.com`, email_verified: true, groups: ['Ad ops'] });
  const answer = page.waitForRequest(`${appUrl}/api/auth/callback/oidc**`);
  await signInThere(page, sub);
  const other = await (await browser.newContext()).newPage();
  await other.goto((await answer).url());
  await expect(other.getByText(w('auth.provider.provider_failed', { name }))).toBeVisible();
  await expect(other).toHaveURL(/\/sign-in/);
  await other.context().close();
});

test('who signs in at the provider alone proves there who they are, and no password is asked', async ({
  page,
  crew,
}) => {
  const { email } = await crew.member('admin');
  const sub = randomUUID();
  await knowAtProvider({ sub, email, email_verified: true });
  const { connectionId } = await crew.connect(await crew.createApp(), await newPerson('佐藤 花子'));
  const address = `/${crew.slug}/connections/${connectionId}`;
  await signInThere(page, sub);
  await page.goto(address);
  const reveal = page.getByRole('button', { name: w('connections.token.reveal'), exact: true });
  const dialog = page.getByRole('dialog');
  const show = dialog.getByRole('button', { name: w('connections.token.show') });
  await reveal.click();
  await expect(dialog.getByText(w('ui.proof.provider', { name }))).toBeVisible();
  await expect(dialog.locator('input')).toHaveCount(0);
  await expect(show).toBeDisabled();

  const leaving = page.waitForRequest(`${provider.issuer}/auth**`);
  await dialog.getByRole('button', { name: w('ui.proof.go', { name }) }).click();
  const sent = new URL((await leaving).url()).searchParams;
  expect([sent.get('prompt'), sent.get('max_age')]).toEqual(['login', '0']);
  await goThrough(page, sub);
  await expect(page).toHaveURL(new RegExp(`${address}$`));
  await reveal.click();
  await expect(dialog.locator('input')).toHaveCount(0);
  await show.click();
  await expect(page.locator(`code[aria-label="${w('connections.token.title')}"]`)).toHaveText(/^\S{20,}$/);

  await page.goto(`/${crew.slug}/api-keys`);
  await page
    .getByRole('button', { name: w('keys.make.button') })
    .first()
    .click();
  await dialog.getByLabel(w('keys.make.name'), { exact: true }).fill('Nightly report');
  await dialog.getByLabel(w('keys.permission.connections.reveal')).check();
  await expect(dialog.getByLabel(w('ui.proof.password'))).toHaveCount(0);
  await dialog.getByRole('button', { name: w('keys.make.action') }).click();
  await expect(page.getByRole('alertdialog').getByText(w('keys.make.once'))).toBeVisible();
});

test('a key that was being made is as it was after the way to the provider and back', async ({ page, crew }) => {
  const { email } = await crew.member('admin');
  const sub = randomUUID();
  await knowAtProvider({ sub, email, email_verified: true });
  await crew.createApp({ name: '夜間レポート' });
  await signInThere(page, sub);
  await page.goto(`/${crew.slug}/api-keys`);
  await page
    .getByRole('button', { name: w('keys.make.button') })
    .first()
    .click();
  const dialog = page.getByRole('dialog', { name: w('keys.make.title') });
  const [called, reveal] = [w('keys.make.name'), w('keys.permission.connections.reveal')];
  await dialog.getByLabel(called, { exact: true }).fill('Nightly report');
  await dialog.getByLabel(w('keys.make.expires')).selectOption('30');
  await dialog.getByLabel(reveal).check();
  await dialog.getByText(w('keys.make.limits')).click();
  await dialog.getByLabel('夜間レポート').check();
  await dialog.getByLabel(w('keys.limit.addresses')).fill('203.0.113.0/24');
  await dialog.getByRole('button', { name: w('ui.proof.go', { name }) }).click();
  await goThrough(page, sub);

  await expect(dialog.getByLabel(called, { exact: true })).toHaveValue('Nightly report');
  await expect(dialog.getByLabel(w('keys.make.expires'))).toHaveValue('30');
  await expect(dialog.getByLabel(reveal)).toBeChecked();
  await expect(dialog.getByLabel('夜間レポート')).toBeChecked();
  await expect(dialog.getByLabel(w('keys.limit.addresses'))).toHaveValue('203.0.113.0/24');
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  await dialog.getByRole('button', { name: w('keys.make.action') }).click();
  await expect(page.getByRole('alertdialog').getByText(w('keys.make.once'))).toBeVisible();
  await page.reload();
  await expect(page.getByRole('row').filter({ hasText: '203.0.113.0/24' })).toContainText('夜間レポート');
  await expect(dialog).toHaveCount(0);
});
