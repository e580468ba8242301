import { chromium, type Page } from '@playwright/test';
import { browserArguments, findBrowser } from '@/e2e/browser.js';
import type { Figure } from '../figure';

const visits = 5;

/** The connections page in a real browser, after one visit to warm the server up: the median of five. */
export const page: Figure = {
  name: 'page',
  async measure({ appUrl, team, headers }) {
    const executablePath = findBrowser();
    if (!executablePath)
      return [{ what: 'connections page', value: null, unit: '', note: 'no browser on this machine' }];
    const browser = await chromium.launch({ executablePath, args: browserArguments });
    try {
      const [name, value] = headers.cookie!.split(/=(.*)/s) as [string, string];
      const visit = async () => {
        const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
        await context.addCookies([{ name, value, url: appUrl }]);
        const tab = await context.newPage();
        const kilobytes = await loadScripts(tab, `${appUrl}/${team.slug}/connections`);
        const seen = { kilobytes, ...(await lookAt(tab)) };
        await context.close();
        return seen;
      };
      await visit();
      const all: Awaited<ReturnType<typeof visit>>[] = [];
      for (let n = 0; n < visits; n++) all.push(await visit());
      const median = (of: (seen: (typeof all)[number]) => number) =>
        all.map(of).toSorted((a, b) => a - b)[Math.floor(visits / 2)]!;
      return [
        {
          what: 'connections page, script (gzip)',
          value: median((seen) => seen.kilobytes),
          unit: 'kB',
          target: { atMost: 180 },
        },
        { what: 'connections page, LCP', value: median((seen) => seen.lcp), unit: 'ms', target: { atMost: 600 } },
        { what: 'connections page, INP', value: median((seen) => seen.inp), unit: 'ms', target: { atMost: 100 } },
        {
          what: 'connections page, rows in the DOM',
          value: median((seen) => seen.rows),
          unit: '',
          target: { atMost: 100 },
        },
      ];
    } finally {
      await browser.close();
    }
  },
};

/** Kilobytes of script as they were sent, compressed, without what HTTP puts around them. */
async function loadScripts(tab: Page, address: string): Promise<number> {
  await tab.addInitScript(() => {
    const seen = { lcp: 0, inp: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => (seen.lcp = list.getEntries().at(-1)!.startTime)).observe({
      type: 'largest-contentful-paint',
      buffered: true,
    });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.inp = Math.max(seen.inp, entry.duration);
    }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
  });
  await tab.goto(address, { waitUntil: 'networkidle' });
  return tab.evaluate(() => {
    const all = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const scripts = all.filter(({ name }) => new URL(name).pathname.endsWith('.js'));
    return scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) / 1000;
  });
}

/** Scrolls, and clicks a few things: what is slowest of that is INP. */
async function lookAt(tab: Page): Promise<{ lcp: number; inp: number; rows: number }> {
  const lcp = await tab.evaluate(() => (window as unknown as { seen: { lcp: number } }).seen.lcp);
  await tab.mouse.move(700, 600);
  for (let turn = 0; turn < 10; turn++) await tab.mouse.wheel(0, 2_000);
  await tab.keyboard.press('Tab');
  await tab.keyboard.press('ArrowDown');
  await tab.mouse.click(20, 880);
  await tab.waitForTimeout(1_000);
  const inp = await tab.evaluate(() => (window as unknown as { seen: { inp: number } }).seen.inp);
  const rows = await tab.locator('tbody tr, [role=row]').count();
  return { lcp, inp, rows };
}
