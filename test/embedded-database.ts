import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { embeddedPaths } from '@/server/data-dir';
import { openEmbedded } from '@/server/database/embedded';
import { migrate } from '@/server/database/migrate';
import { readMigrations } from '@/server/database/migration-files';

/** The embedded database in `dataDir`, migrated if wanted, and reachable by other processes through its socket. */
export async function embeddedDatabase(
  dataDir: string,
  { migrated = true } = {},
): Promise<{ url: string; close: () => Promise<void> }> {
  if (migrated) await copyDatabase(dataDir);
  const { connection, close } = await openEmbedded(dataDir);
  return {
    url: `postgresql://postgres@localhost/postgres?pgbouncer=true&host=${encodeURIComponent(connection.host ?? '')}`,
    close,
  };
}

/** A database that is migrated and empty, in a new folder. */
export async function copyDatabase(dataDir: string): Promise<void> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  cpSync(await migratedFiles(), embeddedPaths(dataDir).database, { recursive: true });
}

/** Making the files of a database takes seconds; every run with the same migrations starts from a copy of them. */
async function migratedFiles(): Promise<string> {
  const version = createHash('sha256').update(JSON.stringify(readMigrations())).digest('hex').slice(0, 16);
  const cache = resolve('node_modules/.cache/grantboard');
  const files = join(cache, `database-${version}`);
  if (existsSync(files)) return files;
  mkdirSync(cache, { recursive: true });
  const draft = mkdtempSync(join(cache, 'draft-'));
  const { connection, close } = await openEmbedded(draft);
  await migrate(connection);
  await close();
  // Another run may have been first, with the same.
  if (!existsSync(files)) renameSync(embeddedPaths(draft).database, files);
  rmSync(draft, { recursive: true });
  return files;
}
