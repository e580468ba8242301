import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { newCrew, newPerson } from './crew';
import { appUrl, serverLog } from './facts';
import { expect, signIn, test } from './fixtures';
import { words } from './words';

const password = 'long enough to join';

async function inviteByPage(page: Page, email: string, role: string): Promise<string> {
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('E-mail address').fill(email);
  await dialog.getByRole('radio', { name: new RegExp(`^${role}`) }).check();
  await dialog.getByRole('button', { name: 'Invite', exact: true }).click();
  const link = await dialog.getByRole('figure', { name: 'Link of the invitation' }).locator('pre').textContent();
  await dialog.getByRole('button', { name: 'Done' }).click();
  return link!.trim();
}

async function act(page: Page, name: string, item: string): Promise<void> {
  await page.getByRole('button', { name: `More for ${name}` }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

/** Somebody else's browser. */
async function anotherBrowser(browser: Browser, locale = 'en-GB'): Promise<Page> {
  const context = await browser.newContext({ baseURL: appUrl, locale });
  return context.newPage();
}

test('somebody is invited, joins in a browser of their own, is lowered, and goes, with what they own handed over', async ({
  page,
  crew,
  enter,
  browser,
}) => {
  await enter();
  await page.goto(`/${crew.slug}/members`);
  const email = `yui-${crew.slug}@example.com`;
  const link = await inviteByPage(page, email, 'Admin');
  const invitations = page.getByRole('list', { name: 'Open invitations' });
  await expect(invitations.getByText(email)).toBeVisible();

  const theirs = await anotherBrowser(browser);
  await theirs.goto(link);
  await expect(theirs.getByRole('heading', { level: 1 })).toContainText('invites you to Aoyama Media');
  await theirs.getByLabel('Your name').fill('木村 結衣');
  await theirs.getByLabel('Password').fill('short');
  await theirs.getByRole('button', { name: 'Create account and join' }).click();
  await expect(theirs.getByRole('alert').filter({ hasText: 'eight characters' })).toBeVisible();
  await theirs.getByLabel('Password').fill(password);
  await theirs.getByRole('button', { name: 'Create account and join' }).click();
  await expect(theirs).toHaveURL(new RegExp(`/${crew.slug}/connections`));

  await page.reload();
  await expect(invitations).toBeHidden();
  const row = page.getByRole('row').filter({ hasText: '木村 結衣' });
  await expect(row.getByRole('cell', { name: 'Admin', exact: true })).toBeVisible();

  // Allowed as an admin, and refused on the very next request after being lowered.
  await theirs.goto(`/${crew.slug}/audit`);
  await expect(theirs.getByRole('heading', { level: 1, name: 'Audit' })).toBeVisible();
  await act(page, '木村 結衣', 'Change role');
  await page.getByRole('radio', { name: /^Operator/ }).check();
  await page.getByRole('button', { name: 'Change role' }).click();
  await expect(row.getByRole('cell', { name: 'Operator', exact: true })).toBeVisible();
  const asked = () =>
    theirs.evaluate(async (team) => (await fetch('/api/v1/audit', { headers: { 'x-team': team } })).status, crew.slug);
  expect(await asked()).toBe(403);

  const app = await crew.createApp({ name: 'Handed over' });
  const { connectionId } = await crew.connect(app, await newPerson('花子'));
  const { rows } = await crew.ask<{ rows: { id: string; email: string }[] }>('GET /members');
  const yui = rows.find((member) => member.email === email)!;
  await crew.ask(`PATCH /connections/${connectionId}`, { ownerId: yui.id });
  await page.reload();
  await act(page, '木村 結衣', 'Remove from the team');
  const dialog = page.getByRole('alertdialog');
  await expect(dialog.getByText('1 connection')).toBeVisible();
  await dialog.getByRole('button', { name: 'Remove' }).click();
  await expect(row).toBeHidden();
  expect(await asked()).toBe(404);
  await theirs.goto(`/${crew.slug}/connections`);
  await expect(theirs.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible();
  expect(await crew.ask(`GET /connections/${connectionId}`)).toMatchObject({ owner: { id: crew.owner.id } });
});

test('whoever gives a role that reads tokens shows first who it is', async ({ page, crew }) => {
  const w = words('en');
  const admin = await crew.member('admin', password, 'Keiko');
  const operator = await crew.member('operator', undefined, 'Ren');
  await signIn(page.context(), admin);
  await page.goto(`/${crew.slug}/members`);
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  const dialog = page.getByRole('dialog');
  const proof = dialog.getByLabel(w('ui.proof.password'));
  const invite = () => dialog.getByRole('button', { name: 'Invite', exact: true }).click();
  await dialog.getByLabel('E-mail address').fill(`admin-${crew.slug}@example.com`);
  await expect(proof).toHaveCount(0);
  await dialog.getByRole('radio', { name: /^Admin/ }).check();
  await expect(proof).toBeVisible();
  await invite();
  // Nothing is asked of the server before it is filled in.
  await expect(proof).toBeFocused();
  await proof.fill('not it');
  await invite();
  await expect(dialog.getByText(w('ui.proof.wrong_password'))).toBeVisible();
  await expect(dialog.getByLabel('E-mail address')).toHaveValue(`admin-${crew.slug}@example.com`);
  await proof.fill(password);
  await invite();
  await expect(dialog.getByText(w('members.invite.once'))).toBeVisible();
  await dialog.getByRole('button', { name: 'Done' }).click();

  await act(page, operator.name, 'Change role');
  await expect(proof).toHaveCount(0);
  await dialog.getByRole('radio', { name: /^Admin/ }).check();
  await proof.fill(password);
  await dialog.getByRole('button', { name: w('members.role.action'), exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('row', { name: /Ren/ })).toContainText('Admin');
});

test('the token of an invitation is nowhere but in its link', async ({ page, crew, browser }) => {
  const { link } = await crew.ask<{ link: string }>('POST /members/invitations', {
    email: `quiet-${crew.slug}@example.com`,
    role: 'auditor',
  });
  const token = new URL(link).hash.slice(1);
  const theirs = await anotherBrowser(browser);
  const asked: string[] = [];
  theirs.on('request', (request) => asked.push(`${request.url()} ${JSON.stringify(request.headers())}`));
  await theirs.goto(link);
  await expect(theirs.getByRole('button', { name: 'Create account and join' })).toBeVisible();
  expect(theirs.url()).toBe(`${appUrl}/invitation`);
  const session = await theirs.context().newCDPSession(theirs);
  const { entries } = await session.send('Page.getNavigationHistory');
  expect(entries.filter(({ url }) => url.includes(token))).toEqual([]);
  // A fragment is the browser's alone: what is asked of the server has none.
  expect(asked.filter((line) => line.replace(`#${token}`, '').includes(token))).toEqual([]);
  expect(readFileSync(serverLog, 'utf8')).not.toContain(token);

  // Reading it, as scanners of mails do, spends nothing.
  for (let time = 0; time < 5; time++) await page.request.get('/invitation');
  await theirs.reload();
  await expect(theirs.getByRole('button', { name: 'Create account and join' })).toBeVisible();
});

test('somebody with an account signs in on the way, and nobody else can take the place', async ({ crew, browser }) => {
  const person = await crew.member('auditor', password);
  const other = await newCrew('Second Team');
  const { link } = await other.ask<{ link: string }>('POST /members/invitations', {
    email: person.email,
    role: 'admin',
  });

  const stranger = await anotherBrowser(browser);
  await signIn(stranger.context(), crew.owner);
  await stranger.goto(link);
  await expect(stranger.getByText(`this invitation is for ${person.email}`)).toBeVisible();

  const theirs = await anotherBrowser(browser);
  await theirs.goto(link);
  await theirs.getByRole('link', { name: 'Sign in' }).click();
  await theirs.getByLabel('E-mail address').fill(person.email);
  await theirs.getByLabel('Password').fill(password);
  await theirs.getByRole('button', { name: 'Sign in', exact: true }).click();
  await theirs.getByRole('button', { name: 'Join Second Team' }).click();
  await expect(theirs).toHaveURL(new RegExp(`/${other.slug}/connections`));

  await stranger.goto('/sign-in');
  await stranger.goto(link);
  await expect(stranger.getByRole('heading', { name: 'This invitation has been accepted' })).toBeVisible();
});

for (const [locale, language] of [
  ['en-GB', 'en'],
  ['ja-JP', 'ja'],
] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`every dialog reads well to everybody, ${locale}, ${colorScheme}`, async ({ crew, browser }) => {
      const say = words(language);
      const page = await anotherBrowser(browser, locale);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await signIn(page.context(), crew.owner);
      const member = await crew.member('operator');
      await crew.ask('POST /members/invitations', { email: `ax-${crew.slug}@example.com`, role: 'auditor' });
      await page.goto(`/${crew.slug}/members`);
      const faults: string[] = [];
      const look = async (what: string) => {
        const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze();
        const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
        for (const { id, nodes } of serious)
          faults.push(`${what}: ${id} ${nodes.map(({ target }) => target).join(', ')}`);
      };
      await expect(page.getByRole('heading', { level: 1, name: say('members.title') })).toBeVisible();
      await look('page');
      for (const item of ['role', 'handOver', 'remove']) {
        await page.getByRole('button', { name: say('members.menu.label', { name: member.name }) }).click();
        await page.getByRole('menuitem', { name: say(`members.menu.${item}`), exact: true }).click();
        await look(item);
        await page.getByRole('button', { name: say('ui.cancel') }).click();
      }
      await page.getByRole('button', { name: say('members.invite.button'), exact: true }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(say('members.invite.email')).fill('a@x,b@y');
      await dialog.getByRole('button', { name: say('members.invite.action'), exact: true }).click();
      await expect(dialog.getByText(say('members.invite.emailWrong'))).toBeVisible();
      await look('invite');
      await dialog.getByLabel(say('members.invite.email')).fill(`ok-${crew.slug}@example.com`);
      await dialog.getByRole('button', { name: say('members.invite.action'), exact: true }).click();
      await expect(dialog.getByText(say('members.invite.once'))).toBeVisible();
      await look('link');
      expect(faults).toEqual([]);
    });
  }
}
