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
