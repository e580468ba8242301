import { expect, test } from './fixtures';

test('a page asks for news while somebody looks, and for none while it is out of sight', async ({
  page,
  crew,
  enter,
}) => {
  await page.clock.install();
  await enter();
  let asked = 0;
  page.on('request', (request) => {
    if (request.url().includes('/api/v1/health/')) asked += 1;
  });
  const askedWithin = async (minutes: number) => {
    asked = 0;
    await page.clock.runFor(minutes * 60_000);
    return asked;
  };
  const turn = (state: 'visible' | 'hidden') =>
    page.evaluate((state) => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    }, state);

  await page.goto(`/${crew.slug}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  await expect.poll(() => askedWithin(2)).toBeGreaterThan(0);
  await turn('hidden');
  expect(await askedWithin(30)).toBe(0);
  await turn('visible');
  await expect.poll(() => askedWithin(2)).toBeGreaterThan(0);
});
