import { expect, test, vi } from 'vitest';
import * as audit from '@/server/audit/record';
import { metrics } from '@/server/metrics/metrics';
import { db } from '@/test/database';
import { createApiKey, createPerson, createTeam } from '@/test/factories';
import { newApiKey } from './api-key';
import { findKey } from './find-key';

type Columns = Parameters<typeof createApiKey>[1];
const ended: [string, Columns][] = [
  ['revoked', { revokedAt: new Date() }],
  ['expired', { expiresAt: new Date(0) }],
  ['address', { addressRanges: ['198.51.100.0/24'] }],
];

async function made(columns: Columns) {
  const team = await createTeam();
  const { id, key, headers } = await createApiKey(await createPerson(team), columns);
  headers.set('user-agent', 'a-pipeline');
  const bring = () => findKey(headers, key, null).catch(({ code }: { code: string }) => code);
  const events = () => db.auditEvent.findMany({ where: { teamId: team.id }, orderBy: { sequence: 'asc' } });
  return { id, key, bring, events };
}

const countOf = async (because: string) => {
  const { values } = await metrics().keysRefused.get();
  return values.find(({ labels }) => labels.because === because)?.value ?? 0;
};

test.each(ended)(
  'a key that is refused (%s) is on record once a minute, however often it is brought',
  async (because, columns) => {
    const { id, key, bring, events } = await made(columns);
    const before = await countOf(because);
    await Promise.all(Array.from({ length: 12 }, bring));
    await bring();
    const rows = await events();
    expect(rows).toMatchObject([
      {
        ...{ action: 'key.refused', result: 'refused', data: { because }, objectKind: 'key', objectId: id },
        ...{ actorKind: 'key', actorId: id, ip: '192.0.2.7', userAgent: 'a-pipeline' },
      },
    ]);
    const told = JSON.stringify(rows, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
    expect(told).not.toContain(key.slice(3));
    expect(told).not.toContain(key.slice(3, 11));
    expect(await countOf(because)).toBe(before + 13);
  },
);

test('a minute later it is told again', async () => {
  const { id, bring, events } = await made({ revokedAt: new Date() });
  await bring();
  await db.rateLimit.update({ where: { key: `refused:${id}` }, data: { expire: new Date(0) } });
  await bring();
  expect(await events()).toHaveLength(2);
});

test('a refusal that cannot be recorded is a refusal all the same', async () => {
  const { bring, events } = await made({ revokedAt: new Date() });
  vi.spyOn(audit, 'record').mockRejectedValueOnce(new Error('No room'));
  expect(await bring()).toBe('unauthenticated');
  expect(await events()).toEqual([]);
});

test('a key that nobody knows has no team to be told to, and is counted', async () => {
  const before = await countOf('unknown');
  const headers = new Headers({ 'x-forwarded-for': '198.51.100.212' });
  await expect(findKey(headers, newApiKey(), null)).rejects.toMatchObject({ data: { reason: 'unknown_key' } });
  expect(await countOf('unknown')).toBe(before + 1);
});
