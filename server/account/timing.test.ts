import { randomUUID } from 'node:crypto';
import { afterAll, expect, it } from 'vitest';
import { compareTimes } from '@/test/compare-times';
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
const newAddresses = () => Array.from({ length: pairs + 1 }, () => `${randomUUID()}@example.com`);

/** Asks for accounts and for addresses that are none, each once, and prints what came of it. */
async function expectAlike(what: string, ask: (email: string) => Promise<unknown>, restMs?: number): Promise<void> {
  const passwordHash = await hashPassword('correct horse battery');
  const [known, unknown] = [newAddresses(), newAddresses()];
  await db.user.createMany({ data: known.map((email) => ({ email, name: 'Somebody', passwordHash })) });
  const { z, one, other, difference } = await compareTimes(
    pairs,
    (pair) => ask(known[pair + 1]!),
    (pair) => ask(unknown[pair + 1]!),
    { restMs },
  );
  const medians = [one, other, difference].map((ms) => ms.toFixed(3)).join(', ');
  console.log(`${what}: z = ${z.toFixed(2)} over ${pairs} pairs; account, none, difference: ${medians} ms`);
  expect(Math.abs(z)).toBeLessThan(4.5);
}

it('a wrong password takes as long for an account as for none', async () => {
  await expectAlike('sign-in', async (email) => {
    expect(await signIn({ email, password: 'wrong' }, from())).toBeNull();
  });
}, 1_200_000);

it('asking for a new password takes as long for an account as for none', async () => {
  const ask = async (email: string) => {
    const headers = from();
    headers.set('content-type', 'application/json');
    const body = JSON.stringify({ email, language: 'en' });
    const { status } = await answerResetRequest(
      new Request('http://localhost:3000/', { method: 'POST', headers, body }),
    );
    expect(status).toBe(202);
  };
  // The mail leaves behind the answer.
  await expectAlike('reset', ask, 40);
}, 1_200_000);
