import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { systemActor } from '@/server/auth/actor';
import { createApp } from '@/server/apps/create-app';
import { updateApp } from '@/server/apps/update-app';
import { keyring, putKeyring } from '@/server/vault/keyring';
import { db } from '@/test/database';
import { createAppRow, createPerson, createTeam } from '@/test/factories';
import { record } from './record';
import { verifyAudit } from './verify-audit';

const newSecret = () => randomBytes(20).toString('hex');

async function stage() {
  const team = await createTeam();
  const owner = await createPerson(team, 'owner');
  await db.$transaction((tx) => record(tx, systemActor(team.id), 'team.created', { kind: 'team', id: team.id }));
  const register = (secret?: string) =>
    createApp(owner, {
      ...{ name: 'Core', environment: 'production', tier: 'basic', notes: '' },
      ...{ appId: `7${BigInt(`0x${randomBytes(7).toString('hex')}`)}`, redirectUrls: [], secret },
    });
  const replace = (id: string, secret: string) => updateApp(owner, { id, secret });
  const putBack = async () => (await verifyAudit(owner, { after: '0' })).putBack;
  return { team, register, replace, putBack };
}

const columns = { secretSealed: true, priorSecretSealed: true, secretHint: true, secretSetAt: true } as const;
const read = (id: string) => db.app.findUniqueOrThrow({ where: { id }, select: columns });
const put = (id: string, row: Partial<Awaited<ReturnType<typeof read>>>) => db.app.update({ where: { id }, data: row });

test('of all Secrets that an app had, verifying names each but the last', async () => {
  const { register, replace, putBack } = await stage();
  const { id, name } = await register(newSecret());
  const had = [await read(id)];
  for (let n = 0; n < 4; n++) {
    await replace(id, newSecret());
    had.push(await read(id));
  }
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: had.length - 1 }), fc.boolean(), async (n, wholeRow) => {
      await put(id, wholeRow ? had[n]! : { secretSealed: had[n]!.secretSealed });
      expect(await putBack()).toEqual(n === had.length - 1 ? [] : [{ kind: 'app', id, name }]);
    }),
    { numRuns: 30 },
  );
  // Another instance has begun to seal with a key that this one has not read yet.
  putKeyring({ ...keyring(), keys: new Map() });
  await put(id, had.at(-1)!);
  expect(await putBack()).toEqual([]);
  await put(id, had[1]!);
  await replace(id, newSecret());
  expect(await putBack()).toEqual([]);
});

test('one that was altered is named, whichever bit it is', async () => {
  const { register, putBack } = await stage();
  const { id } = await register(newSecret());
  const { secretSealed } = await read(id);
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: secretSealed!.length * 8 - 1 }), async (bit) => {
      await put(id, {
        secretSealed: secretSealed!.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte)),
      });
      expect(await putBack()).toMatchObject([{ id }]);
    }),
    { numRuns: 30 },
  );
});

test('an app that was registered without one, and one from before the audit told of them, are believed', async () => {
  const { team, register, replace, putBack } = await stage();
  await createAppRow(team);
  const { id } = await register();
  expect(await putBack()).toEqual([]);
  await replace(id, newSecret());
  expect(await putBack()).toEqual([]);
});

test('what the audit says of a Secret does not tell it, nor that another app has the same', async () => {
  const { team, register, replace } = await stage();
  const secret = newSecret();
  await register(secret);
  await replace((await register()).id, secret);
  const events = await db.auditEvent.findMany({ where: { teamId: team.id, objectKind: 'app' } });
  const digests = events.flatMap(({ data }) => (data as { secretDigest?: string }).secretDigest ?? []);
  expect(digests).toEqual([expect.stringMatching(/^[\da-f]{32}$/), expect.stringMatching(/^[\da-f]{32}$/)]);
  expect(new Set(digests).size).toBe(2);
  expect(JSON.stringify(events, (_, value) => (typeof value === 'bigint' ? String(value) : value))).not.toContain(
    secret,
  );
});
