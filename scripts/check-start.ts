import { makePrivate } from '@/server/data-dir';
import { lockDataDir } from '@/server/database/lock';
import { env } from '@/server/env';

/** What would keep the server from starting, told before a build of half a minute instead of after it. */
try {
  const { DATABASE_URL, DATA_DIR } = env();
  if (!DATABASE_URL) {
    makePrivate(DATA_DIR);
    const release = await lockDataDir(DATA_DIR);
    release();
  }
} catch (error) {
  console.error(`\n${(error as Error).message}\n`);
  process.exit(1);
}
