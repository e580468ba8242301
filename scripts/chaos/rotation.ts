import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fill } from '@/scripts/load/fill';
import { sizes } from '@/scripts/load/size';
import { closeDatabase, openDatabase } from '@/server/database/open';
import { newMasterKey } from '@/server/master-keys';
import { openVault } from '@/server/vault/open';
import { postgresDatabase } from './database';
import type { Plan } from './plan';
import type { Report } from './report';
import { rotateUnderKills } from './rotate';

/** The reference load, of which data keys are rotated under reads and writes by a process that is killed again and again. */
export async function chaosRotation({ cycles, seed, size, onCycle }: Plan): Promise<Report> {
  const database = await postgresDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'grantboard-rotation-'));
  Object.assign(process.env, {
    DATABASE_URL: database.url,
    DATA_DIR: dataDir,
    ENCRYPTION_KEYS: newMasterKey(),
    AUTH_SECRET: 'a secret that lasts as long as the chaos does',
    LOG_LEVEL: 'warn',
  });
  try {
    await openDatabase();
    await openVault();
    await fill({ size: sizes[size] });
    const verdict = await rotateUnderKills({ kills: cycles, seed, onKill: onCycle });
    const { failedReads, unreadable, keysInUse } = verdict;
    return {
      rows: [
        ['kill -9 of who rotates', verdict.kills],
        ['rotations brought to their end', verdict.rotations],
        ['tokens', verdict.rows],
        ['read meanwhile', verdict.reads],
        ['reads that failed', failedReads],
        ['replaced meanwhile', verdict.writes],
        ['tokens that are not what was written', unreadable],
        ['data keys that anything is sealed with', keysInUse],
      ],
      held: failedReads === 0 && unreadable === 0 && keysInUse === 1,
    };
  } finally {
    await closeDatabase();
    await database.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
