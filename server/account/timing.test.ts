import { randomUUID } from 'node:crypto';
import { afterAll, expect, it } from 'vitest';
import { startMailServer } from '@/test/mail-server';

const mail = await startMailServer();
Object.assign(process.env, { SMTP_URL: mail.url, MAIL_FROM: 'grants@example.com' });
afterAll(() => mail.close());

const { hashPassword } = await import('@/server/auth/password');
const { signIn } = await import('@/server/auth/sign-in');
const { db } = await import('@/test/database');
const { answerResetRequest } = await import('./answer-reset');

const pairs = Number(process.env.TIMING_PAIRS ?? 100);
const from = () => new Headers({ 'x-forwarded-for': randomUUID() });

/** Accounts and addresses that are none, in any order; each is asked for once. */
async function addresses() {
  const passwordHash = await hashPassword('correct horse battery');
  const known = Array.from({ length: pairs }, () => `${randomUUID()}@example.com`);
  await db.user.createMany({ data: known.map((email) => ({ email, name: 'Somebody', passwordHash })) });
  const all = known.flatMap((email) => [
    { email, known: true },
    { email: `${randomUUID()}@example.com`, known: false },
  ]);
  return all
    .map((one) => ({ one, at: Math.random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ one }) => one);
}

/** Welch's t of how long asking takes, for those that are known and those that are not. */
async function tOf(ask: (email: string) => Promise<unknown>): Promise<number> {
  await ask(`${randomUUID()}@example.com`);
  const times: Record<'true' | 'false', number[]> = { true: [], false: [] };
  for (const { email, known } of await addresses()) {
    const began = performance.now();
    await ask(email);
    times[`${known}`].push(performance.now() - began);
  }
  const [a, b] = [moments(times.true), moments(times.false)];
  return (a.mean - b.mean) / Math.sqrt(a.variance / pairs + b.variance / pairs);
}

/** Of the middle nine tenths: a machine that others use stalls at times. */
function moments(all: number[]) {
  const cut = Math.floor(all.length / 20);
  const values = all.toSorted((a, b) => a - b).slice(cut, all.length - cut);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1) };
}

it('a wrong password takes as long for an account as for none', async () => {
  const t = await tOf(async (email) => expect(await signIn({ email, password: 'wrong' }, from())).toBeNull());
  console.log(`sign-in: t = ${t.toFixed(2)} over ${pairs} pairs`);
  expect(Math.abs(t)).toBeLessThan(4.5);
}, 600_000);

it('asking for a new password takes as long for an account as for none', async () => {
  const t = await tOf(async (email) => {
    const headers = from();
    headers.set('content-type', 'application/json');
    const body = JSON.stringify({ email, language: 'en' });
    const { status } = await answerResetRequest(
      new Request('http://localhost:3000/', { method: 'POST', headers, body }),
    );
    expect(status).toBe(202);
  });
  console.log(`reset: t = ${t.toFixed(2)} over ${pairs} pairs`);
  expect(Math.abs(t)).toBeLessThan(4.5);
}, 600_000);
