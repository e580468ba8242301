import { setTimeout as sleep } from 'node:timers/promises';
import type { Simulator } from '@/simulator/server';
import type { Attempt } from './attempt';
import type { Browser } from './browser';

/** A whole cycle's callbacks take about this long; whatever is done to the server is done within it. */
export const busyMs = 900;

/** So many people with the consent given, about to be sent back. */
export async function makeAttempts(
  { browser, app, tiktok }: { browser: Browser; app: string; tiktok: Simulator },
  count: number,
): Promise<Attempt[]> {
  const attempts: Attempt[] = [];
  for (let made = 0; made < count; made++) {
    const path = `/apps/${app}/authorizations`;
    const { answer, cookie } = await browser.ask<{ id: string; url: string }>('POST', path, {});
    const location = tiktok.authorize({ url: answer.url, user: 'sato' });
    const code = new URL(location).searchParams.get('auth_code') ?? '';
    attempts.push({ id: answer.id, location, code, cookie, redirected: false, acknowledged: false });
  }
  return attempts;
}

/** Every callback comes twice, at a moment of its own. */
export async function landTwice(attempts: Attempt[], browser: Browser, random: (below: number) => number) {
  const land = async (attempt: Attempt) => {
    await sleep(random(busyMs / 2));
    await browser.land(attempt);
  };
  await Promise.all([...attempts, ...attempts].map(land));
}

/** Whoever was sent nowhere loads the page again, as a person would, so many at once. */
export async function landAgain(attempts: Attempt[], browser: Browser, atOnce: number): Promise<void> {
  const unanswered = attempts.filter(({ redirected }) => !redirected);
  while (unanswered.length > 0) await Promise.all(unanswered.splice(0, atOnce).map(browser.land));
}
