import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { disconnect } from '@/server/database/client';
import { embeddedDatabase } from './embedded-database';
import { freshDatabase } from './fresh-database';

/** For a test that does to a whole database what no other may see: one of its own, of the same kind as the shared one. */
export async function ownDatabase(): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'grantboard-own-'));
  const server = process.env.TEST_DATABASE_URL;
  const { url, close } = server ? await freshDatabase(server) : await embeddedDatabase(dataDir);
  process.env.DATABASE_URL = url;
  afterAll(async () => {
    await disconnect();
    await close();
    rmSync(dataDir, { recursive: true, force: true });
  });
  return url;
}
