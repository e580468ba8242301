import 'server-only';
import { rmSync } from 'node:fs';
import { databaseConnection } from '@/server/database/connection';
import { db } from '@/server/database/client';
import { recordEverywhere } from '@/server/vault/rotation/record-everywhere';
import type { Keys } from './backup-key';
import { writeBackup } from './write-backup';

/** A backup, told in the audit of every team. One that cannot be put on record is not left behind. */
export async function takeBackup(file: string, keys: Keys): Promise<void> {
  await writeBackup(databaseConnection(), file, keys);
  try {
    const told = { passphrase: keys.passphrase !== undefined };
    await db.$transaction((tx) => recordEverywhere(tx, 'Command line', 'vault.backed_up', told));
  } catch (error) {
    rmSync(file);
    throw error;
  }
}

/** Told once the database is another: as it was at that moment. */
export async function recordRestore(madeAt: string): Promise<void> {
  await db.$transaction((tx) => recordEverywhere(tx, 'Command line', 'vault.restored', { madeAt }));
}
