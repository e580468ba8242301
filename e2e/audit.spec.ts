import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { alterSecret, newCrew, newPerson, putTokenBack, tamper, type Crew } from './crew';
import { planted } from './facts';
import { expect, signIn, test } from './fixtures';
import { words } from './words';

const w = words('en');
let crew: Crew;
let connectionId: string;
let appId: string;

test.beforeAll(async () => {
  crew = await newCrew('On Record');
  const app = await crew.createApp({ name: 'Reporting' });
  appId = app.id;
  const connected = await crew.connect(app, await newPerson('Hanako'));
  connectionId = connected.connectionId!;
  await crew.ask(`POST /connections/${connectionId}/revoke`, { reason: 'The campaign is over' });
});

test.beforeEach(({ context }) => signIn(context, crew.owner));

const audit = () => `/${crew.slug}/audit`;
const grid = (page: Page) => page.getByRole('grid', { name: w('audit.title') });
const action = (page: Page, word: string) => grid(page).getByRole('button', { name: w(`audit.action.${word}`) });

test('a row opens what is known of it, by mouse and by keyboard', async ({ page }) => {
  await page.goto(audit());
  await action(page, 'connection.revoked').click();
  const dialog = page.getByRole('dialog', { name: w('audit.action.connection.revoked') });
  await expect(dialog).toContainText('The campaign is over');
  await expect(dialog).toContainText('connection.revoked');
  await expect(page).toHaveURL(/event=\d+/);
  await page.reload();
  await expect(dialog).toContainText('The campaign is over');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page).not.toHaveURL(/event=/);

  await grid(page).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('filters are chips that come off, and the files have what the page counts', async ({ page }) => {
  await page.goto(audit());
  await page.getByRole('button', { name: w('audit.filter.action'), exact: true }).click();
  await page.getByRole('dialog').getByLabel(w('audit.action.connection.revoked')).check();
  await page.keyboard.press('Escape');
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '2');
  const counted = page.getByRole('status').getByText(w('audit.count', { count: 1, shown: '1' }), { exact: true });
  await expect(counted).toBeVisible();
  for (const [format, lines] of [['csv', 2] as const, ['jsonl', 1] as const]) {
    await page.getByRole('button', { name: w('audit.export.action') }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: w(`audit.export.${format}`) }).click();
    const text = await readFile(await (await download).path(), 'utf8');
    expect(text.trim().split(/\r?\n/)).toHaveLength(lines);
    expect(text).toContain('The campaign is over');
  }
  await page
    .getByRole('group', { name: w('audit.filter.active') })
    .getByRole('button', { name: w('ui.removeFilter', { label: w('audit.filter.action') }) })
    .click();
  await expect(action(page, 'app.registered')).toBeVisible();
});

test('an address and a kind of object are asked for on the page', async ({ page }) => {
  await page.goto(audit());
  await page.getByRole('button', { name: w('audit.filter.more'), exact: true }).click();
  const panel = page.getByRole('dialog');
  await panel.getByLabel(w('audit.filter.kind')).selectOption('app');
  await expect(page).toHaveURL(/objectKind=app/);
  await expect(action(page, 'app.registered')).toBeVisible();
  await expect(action(page, 'connection.revoked')).toHaveCount(0);
  const address = panel.getByLabel(w('audit.column.ip'));
  await address.fill('203.0.113');
  await address.press('Enter');
  await expect(panel.getByRole('alert')).toContainText(w('audit.filter.noAddress'));
  await address.fill('203.0.113.9');
  await address.press('Enter');
  await expect(page).toHaveURL(/ip=203\.0\.113\.9/);
  await expect(action(page, 'app.registered')).toHaveCount(0);
});

test('a connection and an app lead to their own audit, for who may read it', async ({ page, context }) => {
  const link = page.getByRole('main').getByRole('link', { name: w('shell.audit'), exact: true });
  await page.goto(`/${crew.slug}/connections/${connectionId}`);
  await link.click();
  await expect(action(page, 'connection.revoked')).toBeVisible();
  await expect(action(page, 'app.registered')).toHaveCount(0);
  await page.goto(`/${crew.slug}/apps/${appId}`);
  await link.click();
  await expect(action(page, 'app.registered')).toBeVisible();
  await expect(action(page, 'connection.revoked')).toHaveCount(0);

  await signIn(context, await crew.member('operator'));
  for (const path of [`connections/${connectionId}`, `apps/${appId}`]) {
    await page.goto(`/${crew.slug}/${path}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('link', { name: w('shell.audit'), exact: true })).toHaveCount(0);
  }
  await page.goto(audit());
  await expect(grid(page)).toHaveCount(0);
});

test('verifying says that all is as it was written, or which event is not', async ({ page, context }) => {
  const own = await newCrew('Verified');
  await own.createApp({ name: 'One' });
  await signIn(context, own.owner);
  await page.goto(`/${own.slug}/audit`);
  const verify = page.getByRole('button', { name: w('audit.verify.action'), exact: true });
  const dialog = page.getByRole('dialog', { name: w('audit.verify.title') });
  await verify.click();
  await expect(dialog.getByRole('alert')).toContainText(w('audit.verify.rightText'));
  await dialog
    .getByRole('button', { name: w('audit.verify.close'), exact: true })
    .last()
    .click();
  await expect(dialog).toBeHidden();
  await tamper(own.id, 2);
  await verify.click();
  await expect(dialog.getByRole('alert')).toContainText(w('audit.verify.wrong', { sequence: '2' }));
  await expect(dialog.getByRole('alert')).toContainText(w('audit.verify.fault.edited'));
});

test('verifying names a connection whose token was put back and an app whose Secret was altered, and leads there', async ({
  page,
  context,
}) => {
  const own = await newCrew('Put Back');
  const app = await own.createApp({ name: 'Altered' });
  const { connectionId } = await own.connect(app, await newPerson('花子'));
  await own.ask(`POST /connections/${connectionId}/revoke`, { reason: 'The campaign is over' });
  await putTokenBack(connectionId!);
  await alterSecret(app.id);
  await signIn(context, own.owner);
  await page.goto(`/${own.slug}/audit`);
  await page.getByRole('button', { name: w('audit.verify.action'), exact: true }).click();
  const told = page.getByRole('dialog', { name: w('audit.verify.title') }).getByRole('alert');
  await expect(told).toContainText(w('audit.verify.putBack.title', { count: 2 }));
  await expect(told.getByRole('link', { name: 'Altered' })).toHaveAttribute('href', `/${own.slug}/apps/${app.id}`);
  // It is named after the person only once its inspection has come to that.
  await told.getByRole('link').first().click();
  await expect(page).toHaveURL(new RegExp(`/${own.slug}/connections/${connectionId}`));
  // What does not open cannot be sealed anew either: other tests rotate the keys.
  await own.ask(`PATCH /apps/${app.id}`, { secret: planted.appSecret });
});
