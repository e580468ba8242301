import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { forget } from '@/server/shared';
import { db } from '@/test/database';
import { networkOf } from './address';
import { countAttempt, demandAttemptsLeft, forgetAttempts } from './attempts';

const limited = expect.objectContaining({ code: 'rate_limited', status: 429 });
const counted = async (subject: string, times: number) => {
  const endings = await Promise.allSettled(Array.from({ length: times }, () => countAttempt(subject)));
  return endings.filter(({ status }) => status === 'fulfilled').length;
};

/** What another process, or this one after a restart, knows: nothing but what is stored. */
const restart = () => void forget('limiters');

it('lets ten guesses through of any number at once, and says when to come back', async () => {
  const subject = randomUUID();
  expect(await counted(subject, 40)).toBe(10);
  const refusal = await countAttempt(subject).catch((error: unknown) => error);
  expect(refusal).toEqual(limited);
  const { retryAfterSeconds } = (refusal as { data: { retryAfterSeconds: number } }).data;
  expect(retryAfterSeconds).toBeGreaterThan(880);
  expect(retryAfterSeconds).toBeLessThanOrEqual(900);
});

it('goes on counting after a restart, and in every other instance', async () => {
  const subject = randomUUID();
  for (let instance = 0; instance < 5; instance++) {
    restart();
    expect(await counted(subject, 2)).toBe(2);
  }
  restart();
  await expect(countAttempt(subject)).rejects.toEqual(limited);
});

it('begins anew when the time is over, and after a right guess', async () => {
  const [subject, right] = [randomUUID(), randomUUID()];
  await counted(subject, 11);
  await db.rateLimit.updateMany({ data: { expire: new Date(Date.now() - 1) }, where: { points: 11 } });
  restart();
  await countAttempt(subject);
  await counted(right, 10);
  await forgetAttempts(right);
  expect(await counted(right, 10)).toBe(10);
});

it('refuses a flood without asking the database', async () => {
  const subject = randomUUID();
  expect(() => demandAttemptsLeft(subject)).not.toThrow();
  await counted(subject, 11);
  expect(() => demandAttemptsLeft(subject)).toThrow(limited);
  const asked = vi.spyOn(db.rateLimit, 'upsert');
  await expect(countAttempt(subject)).rejects.toEqual(limited);
  expect(asked).not.toHaveBeenCalled();
});

it('counts for itself while the database is away: it lets nobody guess on', async () => {
  const away = vi.spyOn(db.rateLimit, 'deleteMany').mockRejectedValue(new Error('connect ECONNREFUSED'));
  expect(await counted(randomUUID(), 30)).toBe(10);
  away.mockRestore();
});

it('keeps no subject in the clear', async () => {
  await countAttempt('account:mika@example.com');
  const rows = await db.rateLimit.findMany();
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toContain('mika');
});

it('takes a /64 of IPv6 for one, and each IPv4 address for itself, however it is written', () => {
  expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe(networkOf('2001:0DB8:1:2::1'));
  expect(networkOf('2001:db8:1:2::1')).not.toBe(networkOf('2001:db8:1:3::1'));
  expect(networkOf('::ffff:192.0.2.7')).toBe('192.0.2.7');
  fc.assert(fc.property(fc.ipV4(), (ip) => networkOf(ip) === ip));
  fc.assert(fc.property(fc.string(), (text) => typeof networkOf(text) === 'string'));
});
