import { randomUUID } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { ownDatabase } from '@/test/own-database';
import { realLog } from '@/test/real-log';

await ownDatabase();
const { db } = await import('@/server/database/client');
const { signIn } = await import('./sign-in');

/** Another account each time, from another network. */
const guess = () =>
  signIn(
    { email: `${randomUUID()}@example.com`, password: 'Spring-2026!' },
    new Headers({ 'x-forwarded-for': randomUUID() }),
  );

test('one guess at each of a thousand accounts is refused nowhere, and the log tells of it', async () => {
  const told = vi.spyOn(realLog(), 'warn');
  for (let account = 0; account < 2; account++) await guess();
  // What both have in common is that they were tried here. As if 997 more had been.
  const { count } = await db.rateLimit.updateMany({ where: { points: 2 }, data: { points: 999 } });
  expect(count).toBe(1);
  await guess();
  expect(told).not.toHaveBeenCalled();
  expect(await guess()).toBeNull();
  expect(told).toHaveBeenCalledWith({ most: 1_000 }, expect.stringContaining('guessing at many accounts'));
});
