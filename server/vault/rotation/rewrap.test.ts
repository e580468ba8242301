import { beforeAll, expect, test } from 'vitest';
import { db } from '@/server/database/client';
import { env } from '@/server/env';
import { newMasterKey, parseMasterKeys } from '@/server/master-keys';
import { seal, unseal } from '@/server/vault/seal';
import { openVault } from '@/server/vault/open';
import { ownDatabase } from '@/test/own-database';
import { describeMasterKey } from './describe-master-key';
import { rewrap, rewrapBy } from './rewrap';

await ownDatabase();
const { createPerson, createTeam } = await import('@/test/factories');
const [old] = env().ENCRYPTION_KEYS;
const [fresh] = parseMasterKeys(newMasterKey());
const place = { table: 'App', column: 'secretSealed', teamId: 'a', rowId: '1' };
const told = () =>
  db.auditEvent.findMany({ where: { action: 'vault.rewrapped' }, select: { teamId: true, actorName: true } });
let owner: Awaited<ReturnType<typeof createPerson>>;

beforeAll(async () => {
  owner = await createPerson(await createTeam(), 'owner');
  await createTeam();
});

test('the new master key wraps nothing at first, then everything; what was sealed opens with it alone', async () => {
  const sealed = seal('secret', place);
  expect(await describeMasterKey([fresh!, old!])).toMatchObject({ name: 'k1', since: null, wraps: 0, of: 3 });
  await rewrap(owner, [fresh!, old!]);
  expect(await describeMasterKey([fresh!, old!])).toMatchObject({ since: expect.any(String), wraps: 3, of: 3 });
  expect(await describeMasterKey([old!, fresh!])).toMatchObject({ since: null, wraps: 0, of: 3 });
  await openVault([fresh!]);
  expect(unseal(sealed, place)).toBe('secret');
});

test('it is on record once in every team, in the own one with who did it', async () => {
  await rewrap(owner, [fresh!, old!]);
  const events = await told();
  expect(events).toHaveLength(2);
  expect(events.filter(({ teamId }) => teamId === owner.teamId)).toMatchObject([{ actorName: owner.name }]);
  expect(events.filter(({ actorName }) => actorName === owner.name)).toHaveLength(1);
});

test('an instance that was started without the key that wraps says so, and changes nothing', async () => {
  await expect(rewrap(owner)).rejects.toMatchObject({
    code: 'precondition_failed',
    data: { reason: 'master_key_missing' },
  });
  expect(await describeMasterKey([fresh!])).toMatchObject({ wraps: 3, of: 3 });
  expect(await told()).toHaveLength(2);
});

test('it goes back the same way, and the earlier key is in use again', async () => {
  const { masterKey } = await rewrap(owner, [old!, fresh!]);
  expect(masterKey).toMatchObject({ wraps: 3, of: 3, since: expect.any(String) });
  await openVault([old!]);
  expect(await db.masterKey.findMany({ where: { retiredAt: null } })).toMatchObject([
    { fingerprint: masterKey.fingerprint },
  ]);
  await rewrapBy('Command line', [old!]);
  expect(await told()).toHaveLength(4);
});
