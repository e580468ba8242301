import { db } from '@/server/database/client';
import { openVault } from '@/server/vault/open';
import { startJobs } from '@/server/workers';

/** One instance's workers, on the database of DATABASE_URL, until it is killed. */
await openVault();
await startJobs();
await db.$queryRaw`SELECT 1`;
console.log('working');
