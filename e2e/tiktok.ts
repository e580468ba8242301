import { expect, type Page } from '@playwright/test';
import { tiktokUrl } from './facts';

type Reply = Record<string, unknown>;

/** `POST /_simulator/<name>`: what TikTok, its users and misfortune do. */
export async function tiktok<T = Reply>(name: string, body: unknown): Promise<T> {
  const response = await fetch(`${tiktokUrl}/_simulator/${name}`, { method: 'POST', body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${name}: ${await response.text()}`);
  return (await response.json()) as T;
}

export type TikTokState = {
  tokens: { value: string; appId: string; userId: string; alive: boolean }[];
  codes: { value: string; appId: string; status: string; attempts: number; exchanges: number }[];
};

export async function tiktokState(): Promise<TikTokState> {
  return (await (await fetch(`${tiktokUrl}/_simulator/state`)).json()) as TikTokState;
}

/** What a person does on TikTok's pages: log in, tick ad accounts (all, these, or none), agree, type the code. */
export async function consent(page: Page, as: string, { tick = 'all' as 'all' | string[] } = {}): Promise<void> {
  await page.getByRole('button', { name: `Log in as ${as}`, exact: true }).click();
  if (tick === 'all') await page.getByRole('checkbox', { name: /Select all/ }).check();
  else for (const name of tick) await page.getByRole('checkbox', { name }).check();
  await page.getByRole('checkbox', { name: /I agree/ }).check();
  await page.getByRole('button', { name: 'Confirm' }).click();
  const send = page.getByRole('button', { name: 'Send code' });
  const asked = send.waitFor().then(() => true);
  const left = page.waitForURL(({ origin }) => origin !== tiktokUrl).then(() => false);
  // Within 48 hours of the last one, no code is asked for.
  if (!(await Promise.race([asked, left]))) return;
  await send.click();
  await page.getByRole('textbox', { name: 'Verification code' }).fill('123456');
  await page.getByRole('button', { name: 'Confirm' }).click();
}

export async function leavePortal(page: Page, as: string): Promise<void> {
  await page.getByRole('button', { name: `Log in as ${as}`, exact: true }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('heading', { name: 'Nothing was authorized' })).toBeVisible();
}
