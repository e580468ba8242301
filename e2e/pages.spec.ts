import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, signIn, test } from './fixtures';
import { everyPage, type Sight } from './pages';
import { watchPage } from './violations';

let stage: Awaited<ReturnType<typeof everyPage>>;

test.beforeAll(async () => {
  stage = await everyPage();
});

/** Goes to each page in turn, signed in where that page wants it. */
async function visit(page: Page, look: (sight: Sight) => Promise<void>): Promise<void> {
  for (const sight of stage.sights) {
    if (sight.signedIn) await signIn(page.context(), stage.crew.owner);
    else await page.context().clearCookies();
    await page.goto(sight.path);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    await look(sight);
  }
}

/** Between them: both languages, both themes, rows and cards. */
const looks = [
  { colorScheme: 'light', locale: 'en-GB', viewport: { width: 1280, height: 800 } },
  { colorScheme: 'dark', locale: 'ja-JP', viewport: { width: 390, height: 844 } },
] as const;

for (const { colorScheme, ...look } of looks) {
  test.describe(() => {
    test.use(look);

    test(`no serious fault of accessibility and no breach of the policy on any page, ${colorScheme}`, async ({
      page,
    }) => {
      test.setTimeout(720_000);
      const { violations: breaches } = await watchPage(page);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const faults: string[] = [];
      await visit(page, async ({ name }) => {
        // In this page alone, for none has a frame: that takes a third less.
        const { violations } = await new AxeBuilder({ page })
          .setLegacyMode()
          .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
          .analyze();
        const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
        for (const { id, nodes } of serious)
          faults.push(`${name}: ${id} at ${nodes.map(({ target }) => target).join(', ')}`);
      });
      expect(faults).toEqual([]);
      expect(breaches).toEqual([]);
    });
  });
}

for (const locale of ['en-GB', 'ja-JP']) {
  test.describe(() => {
    test.use({ viewport: { width: 320, height: 640 }, locale });

    test(`no page scrolls sideways at 320 pixels, ${locale}`, async ({ page }) => {
      const wide: string[] = [];
      await visit(page, async ({ name }) => {
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        if (width > 320) wide.push(`${name}: ${width}`);
      });
      expect(wide).toEqual([]);
    });
  });
}
