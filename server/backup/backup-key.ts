import 'server-only';
import { hashRaw } from '@node-rs/argon2';
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { currentOf, type MasterKey } from '@/server/master-keys';
import { StartError } from '@/server/start-error';
import { derive } from '@/server/vault/cipher';
import { masterKeyFingerprint } from '@/server/vault/master-key';

/** How a backup is locked, as its head says. */
const headShape = z.discriminatedUnion('by', [
  z.object({ by: z.literal('master key'), fingerprint: z.string(), salt: z.string() }),
  z.object({ by: z.literal('passphrase'), salt: z.string() }),
]);
export type Head = z.output<typeof headShape>;

/** What the operator has to open or lock one with. */
export type Keys = { masterKeys: MasterKey[]; passphrase?: string };

const shortest = 12;

/** A key for one new backup: out of the passphrase where there is one, else out of the current master key. */
export async function newBackupKey({ masterKeys, passphrase }: Keys): Promise<{ head: Head; key: Buffer }> {
  const salt = randomBytes(16).toString('hex');
  if (passphrase !== undefined) {
    if ([...passphrase].length < shortest) throw new StartError(`A passphrase has ${shortest} characters or more.`);
    return { head: { by: 'passphrase', salt }, key: await stretch(passphrase, salt) };
  }
  const masterKey = currentOf(masterKeys);
  const head = { by: 'master key', fingerprint: masterKeyFingerprint(masterKey.key), salt } as const;
  return { head, key: derive(masterKey.key, `backup ${salt}`) };
}

/** @throws StartError that names what is wanted */
export async function backupKey(given: unknown, { masterKeys, passphrase }: Keys): Promise<Buffer> {
  const { success, data: head } = headShape.safeParse(given);
  if (!success) throw new StartError('The backup was made by a newer version, or is damaged.');
  if (head.by === 'passphrase') {
    if (passphrase === undefined) throw new StartError('This backup wants its passphrase: BACKUP_PASSPHRASE=…');
    return stretch(passphrase, head.salt);
  }
  const masterKey = masterKeys.find(({ key }) => masterKeyFingerprint(key) === head.fingerprint);
  if (!masterKey) throw new StartError(`This backup wants the master key with the fingerprint ${head.fingerprint}.`);
  return derive(masterKey.key, `backup ${head.salt}`);
}

/** Argon2id, 64 MiB: a passphrase is guessed at leisure by whoever has the file. */
function stretch(passphrase: string, salt: string): Promise<Buffer> {
  const cost = { memoryCost: 65_536, timeCost: 3, parallelism: 1, outputLen: 32 };
  return hashRaw(passphrase.normalize('NFKC'), { ...cost, salt: Buffer.from(salt, 'hex') });
}
