import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freshDatabase } from '@/test/fresh-database';
import { embeddedDatabase } from '@/test/embedded-database';

/**
 * One database for the whole run, opened and migrated by the product's own code: the embedded one, or a fresh one on
 * the PostgreSQL of TEST_DATABASE_URL. Workers reach both by DATABASE_URL; each test makes a team of its own.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'grantboard-test-'));
  Object.assign(process.env, {
    DATA_DIR: dataDir,
    DATABASE_POOL_SIZE: '4',
    ENCRYPTION_KEYS: 'test:k9QhJx2bq0cVbXo1Jm3m0h0n7yqT1mSxW5o3nF8mE2s=',
    AUTH_SECRET: 'a-secret-that-only-the-tests-know-0123456789',
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
  });
  const server = process.env.TEST_DATABASE_URL;
  const { url, close } = server ? await freshDatabase(server) : await embeddedDatabase(dataDir);
  process.env.DATABASE_URL = url;
  return async () => {
    await close();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
