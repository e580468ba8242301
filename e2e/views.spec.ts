import { type Crew, newCrew } from './crew';
import { expect, signIn, test } from './fixtures';
import { words } from './words';

const w = words('en');
let crew: Crew;

test.beforeAll(async () => {
  crew = await newCrew('Saved Views');
});

for (const { noun, query } of [
  { noun: 'advertisers', query: 'reach=one_token' },
  { noun: 'audit', query: 'action=app.registered' },
] as const) {
  test(`a view of ${noun} is kept, renamed and removed`, async ({ page }) => {
    await signIn(page.context(), crew.owner);
    await page.goto(`/${crew.slug}/${noun}?${query}`);
    await page.getByRole('button', { name: w('shell.views.saveView') }).click();
    await page.getByRole('dialog').getByLabel(w('shell.views.name')).fill(`My ${noun}`);
    await page
      .getByRole('dialog')
      .getByRole('button', { name: w('shell.views.save') })
      .click();

    const sidebar = page.getByRole('navigation');
    await page.goto(`/${crew.slug}/apps`);
    await sidebar.getByRole('link', { name: new RegExp(`My ${noun}`) }).click();
    await expect(page).toHaveURL((url) => url.pathname.endsWith(noun) && url.search.includes(query));

    const change = page.getByRole('button', { name: w('shell.views.saveChanges', { name: `My ${noun}` }) });
    await expect(change).toHaveCount(0);
    await page.getByRole('searchbox').fill('Tokyo');
    await expect(page.getByRole('button', { name: w('shell.views.saveNew') })).toBeVisible();
    await change.click();
    await expect(change).toHaveCount(0);
    await page.goto(`/${crew.slug}/apps`);
    await sidebar.getByRole('link', { name: new RegExp(`My ${noun}`) }).click();
    await expect(page).toHaveURL((url) => url.search.includes(query) && url.search.includes('q=Tokyo'));

    await sidebar.getByRole('button', { name: w('shell.views.more', { name: `My ${noun}` }) }).click();
    await page.getByRole('menuitem', { name: w('shell.views.rename') }).click();
    await page.getByRole('dialog').getByLabel(w('shell.views.name')).fill(`Our ${noun}`);
    await page
      .getByRole('dialog')
      .getByRole('button', { name: w('shell.views.save') })
      .click();
    await expect(sidebar.getByRole('link', { name: new RegExp(`Our ${noun}`) })).toBeVisible();

    await sidebar.getByRole('button', { name: w('shell.views.more', { name: `Our ${noun}` }) }).click();
    await page.getByRole('menuitem', { name: w('shell.views.remove') }).click();
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: w('shell.views.remove') })
      .click();
    await expect(sidebar.getByRole('link', { name: new RegExp(`Our ${noun}`) })).toBeHidden();
  });
}

test.describe('in Japanese', () => {
  test.use({ locale: 'ja-JP' });

  test('what does not work is said in Japanese, and what was typed stays', async ({ page, context }, { retry }) => {
    const called = `毎朝 ${retry}`;
    const ja = words('ja');
    await signIn(context, crew.owner);
    await page.goto(`/${crew.slug}/advertisers?reach=one_token`);
    const open = () => page.getByRole('button', { name: ja('shell.views.saveView') }).click();
    const dialog = page.getByRole('dialog', { name: ja('shell.views.saveTitle') });
    const name = dialog.getByLabel(ja('shell.views.name'));
    const save = () => dialog.getByRole('button', { name: ja('shell.views.save'), exact: true }).click();
    await open();
    await name.fill(called);
    await context.setOffline(true);
    await save();
    await expect(dialog.getByRole('alert')).toContainText(ja('shell.views.failure.offline'));
    await expect(name).toHaveValue(called);
    await context.setOffline(false);
    await save();
    await expect(dialog).toBeHidden();

    await page.goto(`/${crew.slug}/advertisers?reach=several`);
    await open();
    await name.fill(called);
    await save();
    await expect(dialog.getByText(ja('shell.views.taken'))).toBeVisible();
    // At its field, and nowhere else.
    await expect(dialog.getByRole('alert')).toHaveCount(1);
  });
});
