import { expect, test } from 'vitest';
import { answer } from '@/server/answer';
import { db } from '@/test/database';
import { createApiKey, createPerson, createTeam, headersOf } from '@/test/factories';
import { newApiKey } from './api-key';
import { findKey } from './find-key';

async function made(columns: Parameters<typeof createApiKey>[1] = {}) {
  const team = await createTeam();
  const maker = await createPerson(team, 'admin');
  const { key, headers, id } = await createApiKey(maker, columns);
  const find = (slug: string | null = null) => findKey(headers, key, slug);
  return { team, maker, key, headers, id, find };
}

/** From an address of its own, so that wrong keys of other tests do not count. */
let last = 0;
const fromElsewhere = () => new Headers({ 'x-forwarded-for': `198.51.100.${(last += 1)}` });
const refused = (reason: string) => ({ code: 'unauthenticated', data: { reason } });

test('a key is its team’s, may what it was given, and is seen to be used', async () => {
  const { team, find, id } = await made({ permissions: ['connections.read'] });
  expect(await find()).toMatchObject({
    kind: 'key',
    id,
    teamId: team.id,
    permissions: ['connections.read'],
    limits: null,
  });
  expect(await find(team.slug)).toMatchObject({ id });
  const { lastUsedAt, lastUsedIp } = await db.apiKey.findUniqueOrThrow({ where: { id } });
  expect([lastUsedIp, Date.now() - lastUsedAt!.getTime() < 60_000]).toEqual(['192.0.2.7', true]);
});

test('what used it last is told by a plain address', async () => {
  const { headers, key, id } = await made();
  headers.set('x-forwarded-for', '::ffff:192.0.2.9');
  await findKey(headers, key, null);
  expect((await db.apiKey.findUniqueOrThrow({ where: { id } })).lastUsedIp).toBe('192.0.2.9');
});

test('its use is written down once a minute', async () => {
  const { find, id } = await made();
  const used = async (ago: number) => {
    const lastUsedAt = new Date(Date.now() - ago);
    await db.apiKey.update({ where: { id }, data: { lastUsedAt } });
    await find();
    return (await db.apiKey.findUniqueOrThrow({ where: { id } })).lastUsedAt! > lastUsedAt;
  };
  expect([await used(30_000), await used(90_000)]).toEqual([false, true]);
});

test('nothing of its row opens anything, and neither does another key', async () => {
  const { id, key } = await made();
  const row = await db.apiKey.findUniqueOrThrow({ where: { id }, omit: { keyHash: false } });
  expect(JSON.stringify(row)).not.toContain(key.slice(20));
  const hash = Buffer.from(row.keyHash);
  const guesses = [row.id, row.prefix, hash.toString('hex'), hash.toString('base64url'), `gb_${hash.toString('hex')}`];
  for (const guess of [...guesses, newApiKey(), key.toLowerCase(), `${key}x`, '']) {
    await expect(findKey(fromElsewhere(), guess, null)).rejects.toMatchObject(refused('unknown_key'));
  }
});

test('a revoked and an expired one are refused at once, and say so to who has all of it', async () => {
  const { find, headers, id } = await made();
  headers.set('x-forwarded-for', '198.51.100.201');
  await find();
  await db.apiKey.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1) } });
  await expect(find()).rejects.toMatchObject(refused('expired'));
  await db.apiKey.update({ where: { id }, data: { revokedAt: new Date() } });
  await expect(find()).rejects.toMatchObject(refused('revoked'));
});

test('any team but its own is not there', async () => {
  const { find } = await made();
  const other = await createTeam();
  const said = (slug: string) =>
    find(slug).catch(({ code, message }: { code: string; message: string }) => `${code} ${message}`);
  expect(await said(other.slug)).toBe(await said('no-such-team'));
  expect(await said(other.slug)).toContain('not_found');
});

test('a key may never more than its maker may now', async () => {
  const { find, maker } = await made({ permissions: ['connections.read', 'connections.reveal', 'connections.check'] });
  const become = (role: 'operator' | 'auditor') =>
    db.membership.update({ where: { teamId_userId: { teamId: maker.teamId, userId: maker.id } }, data: { role } });
  expect((await find()).permissions).toHaveLength(3);
  await become('operator');
  expect((await find()).permissions).toEqual(['connections.read', 'connections.check']);
  await become('auditor');
  expect((await find()).permissions).toEqual(['connections.read']);
});

test('what no key may have, none has, whatever its row says', async () => {
  const { find, id } = await made();
  await db.apiKey.update({
    where: { id },
    data: { permissions: ['keys.write', 'team.write', 'nonsense', 'apps.read'] },
  });
  expect((await find()).permissions).toEqual(['apps.read']);
});

test('it works from its addresses alone', async () => {
  const { headers, key, find } = await made({ addressRanges: ['192.0.2.0/24'] });
  await find();
  headers.set('x-forwarded-for', '203.0.113.1');
  await expect(findKey(headers, key, null)).rejects.toMatchObject({ code: 'forbidden', data: { reason: 'address' } });
  headers.delete('x-forwarded-for');
  await expect(findKey(headers, key, null)).rejects.toMatchObject({ code: 'forbidden' });
});

test('who tries keys is told to wait, while the right one goes on working from the same address', async () => {
  const { headers, key } = await made();
  headers.set('x-forwarded-for', '203.0.113.99');
  const guess = () => findKey(headers, newApiKey(), null).catch(({ code }: { code: string }) => code);
  const answers = await Promise.all(Array.from({ length: 40 }, guess));
  expect(answers.filter((code) => code === 'unauthenticated')).toHaveLength(30);
  expect(answers.filter((code) => code === 'rate_limited')).toHaveLength(10);
  expect(await findKey(headers, key, null)).toMatchObject({ kind: 'key' });
});

test('with a key no cookie is read, and no Origin is asked for', async () => {
  const { key, team } = await made({ permissions: ['team.read'] });
  const other = await createPerson(await createTeam(), 'owner');
  const ask = async (authorization: string, more: Record<string, string> = {}) => {
    const headers = { cookie: (await headersOf(other)).get('cookie')!, authorization, ...more };
    return answer(new Request('http://localhost:3000/api/v1/team', { headers }));
  };
  const origin = 'https://elsewhere.example';
  expect(await (await ask(`Bearer ${key}`, { origin })).json()).toMatchObject({ id: team.id });
  expect((await ask('Basic x', { origin })).status).toBe(403);
  expect(await (await ask('Bearer of.a.proxy')).json()).toMatchObject({ id: other.teamId });
  expect((await ask(`Bearer ${newApiKey()}`)).status).toBe(401);
});
