import { mkdirSync } from 'node:fs';
import { chromium, type BrowserContextOptions, type Page } from '@playwright/test';
import { browserArguments, findBrowser } from '../e2e/browser.js';
import { demoEmails, demoPassword } from './demo/people';

/** `npm run screenshots`: the README's pictures, taken from the running demo. */
const address = process.env.DEMO_URL ?? 'http://localhost:3000';
const folder = 'docs/images';
const wide = { viewport: { width: 1280, height: 800 } };

const browser = await chromium.launch({ executablePath: findBrowser() ?? undefined, args: browserArguments });
mkdirSync(folder, { recursive: true });

const light = await signIn({ ...wide, colorScheme: 'light' }, 'en');
const home = new URL(light.url()).pathname.split('/')[1];
await take(light, 'connections', `/${home}/connections`);
await take(light, 'paste', await pasteAddress(light));

const dark = await signIn({ ...wide, colorScheme: 'dark' }, 'en');
await take(dark, 'connection-dark', await connectionAddress(dark));

const phone = await signIn({ viewport: { width: 390, height: 780 }, colorScheme: 'light' }, 'ja');
await take(phone, 'phone-ja', `/${home}/connections`);
await browser.close();

async function signIn(options: BrowserContextOptions, locale: 'en' | 'ja'): Promise<Page> {
  const context = await browser.newContext(options);
  await context.addCookies([{ name: 'locale', value: locale, url: address }]);
  const page = await context.newPage();
  await page.goto(`${address}/sign-in`);
  await page.locator('input[type=email]').fill(demoEmails[0] ?? '');
  await page.locator('input[type=password]').fill(demoPassword);
  await page.locator('button[type=submit]').click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForURL(({ pathname }) => !pathname.startsWith('/sign-in'));
  return page;
}

async function take(page: Page, name: string, path: string): Promise<void> {
  await page.goto(address + path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  if (name === 'paste')
    await page
      .getByRole('textbox')
      .first()
      .fill(await landedOn(page));
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: `${folder}/${name}.png`, animations: 'disabled' });
  console.log(`${folder}/${name}.png`);
}

/** The first of something, by the API that the dashboard itself uses. */
async function first<Row extends { id: string }>(page: Page, path: string, is: (row: Row) => boolean): Promise<Row> {
  const { rows } = (await (await page.request.get(`${address}/api/v1${path}`)).json()) as { rows: Row[] };
  const found = rows.find(is);
  if (!found) throw new Error(`The demo has nothing to show of ${path}`);
  return found;
}

async function connectionAddress(page: Page): Promise<string> {
  type Row = { id: string; advertiserCount: number };
  const { id } = await first<Row>(page, '/connections?state=degraded', ({ advertiserCount }) => advertiserCount > 0);
  return `/${home}/connections/${id}`;
}

async function pasteAddress(page: Page): Promise<string> {
  type Row = { id: string; arrival: string };
  const { id } = await first<Row>(page, '/authorizations?status=pending', ({ arrival }) => arrival === 'paste');
  return `/${home}/authorizations/${id}`;
}

/** What the address bar of the page that does not load would hold, with a code that TikTok never issued. */
async function landedOn(page: Page): Promise<string> {
  const id = page.url().split('/').at(-1);
  const { url } = (await (await page.request.get(`${address}/api/v1/authorizations/${id}/url`)).json()) as {
    url: string;
  };
  const { searchParams } = new URL(url);
  const code = 'ed541c0987f2a4b3c6d5e8f70123456789029e06';
  return `${searchParams.get('redirect_uri')}?auth_code=${code}&code=${code}&state=${searchParams.get('state')}`;
}
