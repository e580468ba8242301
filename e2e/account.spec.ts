import type { Browser, Page } from '@playwright/test';
import { generateSync } from 'otplib';
import { giveFactor, mailTo, newPerson, type Crew } from './crew';
import { expect, test } from './fixtures';
import { words } from './words';

const password = 'Correct-Horse-1f4b';

/** Signs in as somebody with a password would, in a browser of their own. */
async function signInAs(page: Page, email: string, given: string, w = words('en')): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel(w('auth.signIn.email')).fill(email);
  await page.getByLabel(w('auth.signIn.password'), { exact: true }).fill(given);
  await page.getByRole('button', { name: w('auth.signIn.action'), exact: true }).click();
}
const isIn = (page: Page, crew: Crew) => expect(page).toHaveURL(new RegExp(`/${crew.slug}(/|$)`));
const elsewhere = async (browser: Browser) => (await browser.newContext()).newPage();

test('a changed password signs out every other browser, and only those', async ({ page, crew, browser }) => {
  const w = words('en');
  const { email } = await crew.member('operator', password);
  const other = await elsewhere(browser);
  for (const one of [page, other]) {
    await signInAs(one, email, password);
    await isIn(one, crew);
  }
  await page.goto(`/account?team=${crew.slug}`);
  await page.getByLabel(w('account.password.present')).fill('wrong');
  await page.getByLabel(w('account.password.new')).fill('Another-Horse-7c2d');
  await page.getByRole('button', { name: w('account.password.action') }).click();
  await expect(page.getByText(w('account.failure.wrong_password'))).toBeVisible();
  await page.getByLabel(w('account.password.present')).fill(password);
  await page.getByRole('button', { name: w('account.password.action') }).click();
  await expect(page.getByText(w('account.password.changed'))).toBeVisible();
  await page.getByRole('link', { name: w('account.back', { team: crew.name }) }).click();
  await isIn(page, crew);

  await other.reload();
  await expect(other).toHaveURL(/\/sign-in/);
  await signInAs(other, email, password);
  await expect(other.getByText(w('auth.signIn.wrong'))).toBeVisible();
  await signInAs(other, email, 'Another-Horse-7c2d');
  await isIn(other, crew);
  await other.context().close();
});

test('a session ends from the list, at its next request', async ({ page, crew, browser }) => {
  const w = words('en');
  const { email } = await crew.member('auditor', password);
  const other = await elsewhere(browser);
  for (const one of [page, other]) {
    await signInAs(one, email, password);
    await isIn(one, crew);
  }
  await page.goto('/account');
  const sessions = page.getByRole('region', { name: w('account.sessions.title') });
  await expect(sessions.getByText(w('account.sessions.current'))).toHaveCount(1);
  await sessions
    .getByRole('button', { name: /End the session of/ })
    .first()
    .click();
  await expect(page.getByText(w('account.sessions.ended'), { exact: true })).toBeVisible();
  // The one that made the person's cookie is left, and this one.
  await sessions.getByRole('button', { name: w('account.sessions.endOthers') }).click();
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: w('account.sessions.endOthers') })
    .click();
  await expect(sessions.getByRole('listitem')).toHaveCount(1);
  await other.reload();
  await expect(other).toHaveURL(/\/sign-in/);
  await page.reload();
  await expect(sessions.getByRole('listitem')).toHaveCount(1);
  await other.context().close();
});

test('the language of the account is spoken in every browser that signs in', async ({ page, crew, browser }) => {
  const { email } = await crew.member('auditor', password);
  await signInAs(page, email, password);
  await isIn(page, crew);
  await page.goto('/account');
  await page.getByRole('combobox', { name: words('en')('account.profile.language') }).selectOption('ja');
  await page.getByRole('button', { name: words('en')('account.profile.save') }).click();
  await expect(page.getByRole('heading', { level: 1, name: words('ja')('account.title') })).toBeVisible();
  const other = await elsewhere(browser);
  await signInAs(other, email, password);
  await expect(other.locator('html')).toHaveAttribute('lang', 'ja');
  await other.context().close();
});

for (const locale of ['en', 'ja'] as const) {
  test.describe(() => {
    test.use({ locale: locale === 'en' ? 'en-GB' : 'ja-JP' });

    test(`a forgotten password is set by a mailed link, which leaves nothing behind, ${locale}`, async ({
      page,
      crew,
    }) => {
      const w = words(locale);
      const { email } = await crew.member('admin', password);
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url() + (request.headers().referer ?? '')));
      await page.goto('/sign-in');
      await page.getByRole('link', { name: w('auth.signIn.forgot') }).click();
      await expect(page.getByRole('heading', { name: w('auth.forgot.title') })).toBeVisible();
      await page.getByLabel(w('auth.forgot.email')).fill(email);
      await page.getByRole('button', { name: w('auth.forgot.action') }).click();
      await expect(page.getByRole('heading', { name: w('auth.forgot.sent') })).toBeVisible();

      const { subject, text } = await mailTo(email);
      expect(subject).toBe(w('mail.reset.subject'));
      const link = /http:\S+\/reset-password#\S+/.exec(text)![0];
      const [address, token = ''] = link.split('#');
      await page.goto(link);
      await expect(page).toHaveURL(address!);
      await page.getByLabel(w('auth.reset.password')).fill('short');
      await page.getByRole('button', { name: w('auth.reset.action') }).click();
      await expect(page.getByText(w('auth.reset.passwordShort'))).toBeVisible();
      await page.getByLabel(w('auth.reset.password')).fill('Another-Horse-7c2d');
      await page.getByRole('button', { name: w('auth.reset.action') }).click();
      await expect(page.getByRole('heading', { name: w('auth.reset.done') })).toBeVisible();
      expect(asked.join(' ')).not.toContain(token);
      await page.goto('/sign-in');
      await page.goto(link);
      await page.getByLabel(w('auth.reset.password')).fill('Third-Horse-9e1a');
      await page.getByRole('button', { name: w('auth.reset.action') }).click();
      await expect(page.getByRole('heading', { name: w('auth.reset.over') })).toBeVisible();
      await signInAs(page, email, 'Another-Horse-7c2d', w);
      await isIn(page, crew);
    });
  });
}

test('a second factor: set up, asked for at the next sign-in, and a recovery code once', async ({
  page,
  crew,
  browser,
}) => {
  const w = words('en');
  const { email } = await crew.member('owner', password);
  await signInAs(page, email, password);
  await isIn(page, crew);
  await page.getByRole('button', { name: /owner/ }).click();
  await page.getByRole('menuitem', { name: w('shell.account') }).click();

  await page.getByRole('button', { name: w('account.factor.setUp') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(w('account.setUp.password'), { exact: true }).fill(password);
  await dialog.getByRole('button', { name: w('account.setUp.next') }).click();
  await expect(dialog.getByRole('img', { name: w('account.setUp.qr') })).toBeVisible();
  const secret = (await dialog.locator('code').innerText()).replaceAll(' ', '');
  await dialog.getByLabel(w('account.setUp.code')).fill('000000');
  await dialog.getByRole('button', { name: w('account.setUp.confirm') }).click();
  await expect(dialog.getByText(w('account.failure.wrong_code'))).toBeVisible();
  await dialog.getByLabel(w('account.setUp.code')).fill(generateSync({ secret }));
  await dialog.getByRole('button', { name: w('account.setUp.confirm') }).click();
  const told = page.getByRole('list', { name: w('account.codes.label') });
  await expect(told.getByRole('listitem')).toHaveCount(10);
  const recoveryCodes = await told.getByRole('listitem').allInnerTexts();
  await page.getByRole('button', { name: w('account.codes.done') }).click();
  await expect(page.getByText(w('account.factor.badgeOn'), { exact: true })).toBeVisible();

  const other = await elsewhere(browser);
  await signInAs(other, email, password);
  await expect(other.getByRole('heading', { name: w('auth.code.title') })).toBeVisible();
  await other.goto(`/${crew.slug}/connections`);
  await expect(other.getByRole('heading', { name: w('auth.code.title') })).toBeVisible();
  await other.getByLabel(w('auth.code.code')).fill('000000');
  await other.getByRole('button', { name: w('auth.code.action'), exact: true }).click();
  await expect(other.getByText(w('auth.code.wrong'))).toBeVisible();
  await other.getByLabel(w('auth.code.code')).fill(generateSync({ secret, epoch: Date.now() / 1000 + 30 }));
  await other.getByRole('button', { name: w('auth.code.action'), exact: true }).click();
  await expect(other).toHaveURL(new RegExp(`/${crew.slug}/connections`));

  for (const [ending, heading] of [['in'], ['out', w('auth.code.wrong')]]) {
    await other.context().clearCookies();
    await signInAs(other, email, password);
    await other.getByLabel(w('auth.code.code')).fill(recoveryCodes[0]!);
    await other.getByRole('button', { name: w('auth.code.action'), exact: true }).click();
    if (ending === 'in') await isIn(other, crew);
    else await expect(other.getByText(heading!)).toBeVisible();
  }
  await other.context().close();
});

test('who has a second factor and no password shows by a code of it who they are', async ({ page, crew, enter }) => {
  const w = words('en');
  const member = await crew.member('admin');
  const { connectionId } = await crew.connect(await crew.createApp(), await newPerson('佐藤 花子'));
  await enter(member);
  const { secret } = await giveFactor(member);
  await page.goto(`/${crew.slug}/connections/${connectionId}`);
  const reveal = page.getByRole('button', { name: w('connections.token.reveal'), exact: true });
  await reveal.click();
  const dialog = page.getByRole('dialog');
  const code = dialog.getByLabel(w('ui.proof.code'));
  const show = dialog.getByRole('button', { name: w('connections.token.show') });
  await code.fill('000000');
  await show.click();
  await expect(dialog.getByText(w('ui.proof.wrong_code'))).toBeVisible();
  await code.fill(generateSync({ secret }));
  await show.click();
  const token = page.locator(`code[aria-label="${w('connections.token.title')}"]`);
  await expect(token).toHaveText(/^\S{20,}$/);
  await page.reload();
  await reveal.click();
  await expect(show).toBeEnabled();
  await expect(dialog.locator('input')).toHaveCount(0);
});

test('a team that wants it leads its people to a second factor before anything else', async ({ page, crew }) => {
  const w = words('en');
  const { email } = await crew.member('owner', password);
  await signInAs(page, email, password);
  await isIn(page, crew);
  await page.goto(`/${crew.slug}/settings`);
  await page.getByLabel(w('settings.totpNeededBy')).selectOption('everybody');
  await page.getByRole('button', { name: w('settings.save') }).click();
  await expect(page.getByText(w('account.enrol.title', { team: crew.name }))).toBeVisible();
  await page.goto(`/${crew.slug}/apps`);
  await expect(page.getByText(w('account.enrol.title', { team: crew.name }))).toBeVisible();
  await expect(crew.ask('GET /apps')).rejects.toThrow('second_factor_needed');

  await page.getByRole('button', { name: w('account.factor.setUp') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(w('account.setUp.password'), { exact: true }).fill(password);
  await dialog.getByRole('button', { name: w('account.setUp.next') }).click();
  const secret = (await dialog.locator('code').innerText()).replaceAll(' ', '');
  await dialog.getByLabel(w('account.setUp.code')).fill(generateSync({ secret }));
  await dialog.getByRole('button', { name: w('account.setUp.confirm') }).click();
  await page.getByRole('button', { name: w('account.codes.done') }).click();
  await expect(page.getByText(w('account.enrol.title', { team: crew.name }))).toBeHidden();
  await page.getByRole('link', { name: w('account.back', { team: crew.name }) }).click();
  await isIn(page, crew);
});
