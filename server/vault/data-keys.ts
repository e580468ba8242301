import 'server-only';
import { randomBytes } from 'node:crypto';
import type { Transaction } from '@/server/database/client';
import { currentOf, type MasterKey } from '@/server/master-keys';
import { StartError } from '@/server/start-error';
import { masterKeyFingerprint, unwrap, wrap } from '@/server/vault/master-key';

/** seal: AES-256-GCM of columns; fingerprint: HMAC of tokens for look-up; audit: HMAC of the audit chain. */
export const purposes = ['seal', 'fingerprint', 'audit'] as const;
type Purpose = (typeof purposes)[number];

export type DataKey = {
  id: number;
  purpose: string;
  masterKeyId: string;
  keySealed: Uint8Array;
  retired: boolean;
  /** Whether it may seal already, by the clock of the database. */
  active: boolean;
  seals: number;
  masterKey: { id: string; fingerprint: string };
};

/** In the order in which they came to seal. */
export function readDataKeys(tx: Transaction): Promise<DataKey[]> {
  return tx.$queryRaw<DataKey[]>`
    SELECT k.id, k.purpose, k."masterKeyId", k."keySealed", k."retiredAt" IS NOT NULL AS retired, k."activeAt" <= now() AS active,
      k.seals::float8 AS seals, json_build_object('id', m.id, 'fingerprint', m.fingerprint) AS "masterKey"
    FROM "DataKey" k JOIN "MasterKey" m ON m.id = k."masterKeyId" ORDER BY k."activeAt", k.id`;
}

type New = { purpose: Purpose; createdAt?: Date; activeAt?: Date };

/** A new key for a purpose, wrapped by the current master key. */
export async function makeDataKey(
  tx: Transaction,
  { purpose, ...times }: New,
  masterKeys: MasterKey[],
): Promise<{ id: number; key: Buffer }> {
  const masterKey = currentOf(masterKeys);
  const masterKeyId = await knownAs(tx, masterKey);
  const last = await tx.dataKey.aggregate({ _max: { id: true } });
  const place = { id: (last._max.id ?? 0) + 1, purpose, masterKeyId };
  const key = randomBytes(32);
  await tx.dataKey.create({ data: { ...place, ...times, keySealed: wrap(masterKey, key, place) } });
  return { id: place.id, key };
}

/** The row of a master key, which is in use again if it was retired. It is known by its fingerprint: what the environment calls it may change. */
export async function knownAs(tx: Transaction, { id, key }: MasterKey): Promise<string> {
  const fingerprint = masterKeyFingerprint(key);
  const [known] = await tx.masterKey.updateManyAndReturn({
    where: { fingerprint },
    data: { retiredAt: null },
    select: { id: true },
  });
  if (known) return known.id;
  const taken = await tx.masterKey.count({ where: { id } });
  const name = taken ? `${id} ${fingerprint}` : id;
  await tx.masterKey.create({ data: { id: name, fingerprint } });
  return name;
}

/** Names the master key that is wanted. */
export class MissingMasterKey extends StartError {}

/** @throws MissingMasterKey; StartError that says that the data key was altered. */
export function openDataKey(dataKey: DataKey, masterKeys: MasterKey[]): Buffer {
  const { id, fingerprint } = dataKey.masterKey;
  const masterKey = masterKeys.find(({ key }) => masterKeyFingerprint(key) === fingerprint);
  if (!masterKey) {
    const given = masterKeys.map((one) => `"${one.id}" ${masterKeyFingerprint(one.key)}`).join(', ');
    throw new MissingMasterKey(
      `ENCRYPTION_KEYS does not open this database. Wanted is the key with the fingerprint ${fingerprint} ` +
        `(it was called "${id}"); given: ${given}. Give that key; without it nothing sealed can be read.`,
    );
  }
  try {
    return unwrap(masterKey, dataKey.keySealed, dataKey);
  } catch (cause) {
    throw new StartError(`Data key ${dataKey.id} was altered in the database. Restore a backup.`, { cause });
  }
}

export const lostKeys = () => new StartError('The database has lost its data keys. Restore a backup.');

/** Made anew by itself, it would sign whatever somebody has made of the audit. */
export const lostAuditKey = () =>
  new StartError(
    'The database has lost the key of its audit. Restore a backup. One of a version that had no such key yet begins its ' +
      'audit anew, after the events that it has, with: npm run admin -- begin-audit',
  );
