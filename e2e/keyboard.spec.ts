import type { Locator, Page } from '@playwright/test';
import { newPerson } from './crew';
import { planted } from './facts';
import { expect, test } from './fixtures';
import { consent } from './tiktok';
import { words } from './words';

const w = words('en');

test('the main job without a mouse', async ({ page, crew, enter }) => {
  const person = await newPerson('Hanako');
  await crew.createApp({ name: 'Reporting' });
  await enter();
  await page.goto(`/${crew.slug}/connections`);
  await press(
    page,
    page
      .getByRole('main')
      .getByRole('link', { name: w('connections.connect') })
      .first(),
  );
  await press(page, page.getByRole('button', { name: w('authorizations.start.now') }));
  await consent(page, person.name);
  await press(page, page.getByRole('link', { name: w('authorizations.ending.openConnection') }));
  await press(page, page.getByRole('button', { name: w('connections.view.check') }));
  await expect(page.getByText(w('connections.view.verdict.works'))).toBeVisible();

  await tabTo(page, page.getByRole('tab', { name: w('connections.tab.overview') }));
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: w('connections.tab.advertisers') })).toHaveAttribute(
    'aria-selected',
    'true',
  );

  await press(page, page.getByRole('button', { name: w('connections.menu.more') }), 'Shift+Tab');
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('menuitem', { name: w('connections.menu.revoke') })).toBeFocused();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('alertdialog');
  await tabTo(page, dialog.getByLabel(w('connections.revoke.reason')));
  await page.keyboard.type('Contract ended');
  await tabTo(page, dialog.getByRole('textbox').last());
  await page.keyboard.type(person.name);
  await press(page, dialog.getByRole('button', { name: w('connections.revoke.action') }));
  await expect(dialog).toContainText(w('connections.revoke.revokedText'));
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('main').getByText(w('connections.state.revoked'), { exact: true }).first()).toBeVisible();
});

test('the focus goes on where a dialog goes on, and back to what opened it', async ({ page, crew, enter }) => {
  const person = await newPerson('Mia');
  const { connectionId } = await crew.connect(await crew.createApp({ name: 'Reporting' }), person);
  await enter(await crew.member('admin', planted.ownerPassword));
  await page.goto(`/${crew.slug}/members`);
  const dialog = page.getByRole('dialog');
  const invite = page.getByRole('button', { name: w('members.invite.button') });
  await press(page, invite);
  await expect(dialog.getByLabel(w('members.invite.email'))).toBeFocused();
  await page.keyboard.type(`focus-${crew.slug}@example.com`);
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: w('ui.copy') })).toBeFocused();
  await press(page, dialog.getByRole('button', { name: w('members.invite.done') }));
  await expect(invite).toBeFocused();

  await page.goto(`/${crew.slug}/connections/${connectionId}`);
  await press(page, page.getByRole('button', { name: w('connections.token.reveal') }));
  await expect(dialog.getByLabel(w('ui.proof.password'))).toBeFocused();
  await page.keyboard.type(planted.ownerPassword);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: w('connections.token.hide') })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: w('connections.token.reveal') })).toBeFocused();

  await press(page, page.getByRole('button', { name: w('connections.menu.more') }), 'Shift+Tab');
  await press(page, page.getByRole('menuitem', { name: w('connections.menu.sorting') }), 'ArrowDown');
  await tabTo(page, dialog.getByRole('searchbox'));
  await page.keyboard.type('Tokyo');
  await press(page, dialog.getByRole('button', { name: w('connections.tagging.create', { name: 'Tokyo' }) }));
  await expect(dialog.getByRole('checkbox', { name: 'Tokyo' })).toBeChecked();
  await press(page, dialog.getByRole('button', { name: w('connections.sorting.action') }));
  await expect(page.getByRole('main').getByText('Tokyo')).toBeVisible();
});

async function press(page: Page, target: Locator, key = 'Tab') {
  await tabTo(page, target, key);
  await page.keyboard.press('Enter');
}

/** Presses Tab until the target has the focus, as somebody without a mouse would. */
async function tabTo(page: Page, target: Locator, key = 'Tab') {
  await target.waitFor();
  for (let presses = 0; presses < 60; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  await expect(target).toBeFocused();
}
