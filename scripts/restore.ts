import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { refuseUsage, runCommand } from '@/scripts/console/run-command';
import { tellAudit } from '@/scripts/console/tell-audit';
import { countOpened } from '@/server/backup/count-opened';
import { beginAudit } from '@/server/console/begin-audit';
import { recordRestore } from '@/server/backup/take-backup';
import { readBackup } from '@/server/backup/read-backup';
import { db } from '@/server/database/client';
import { closeDatabase, openBareDatabase } from '@/server/database/open';
import { ownerConnection } from '@/server/database/connection';
import { env } from '@/server/env';
import { StartError } from '@/server/start-error';
import { openVault } from '@/server/vault/open';

const usage = `Usage: npm run restore -- FILE [--begin-audit]
  Puts a backup into an empty database: a new one on PostgreSQL (DATABASE_URL), or an empty DATA_DIR. Wants the master
  key of the installation in ENCRYPTION_KEYS, and BACKUP_PASSPHRASE if the backup was sealed with one.
  --begin-audit  for one of a version before the audit had a key`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { 'begin-audit': { type: 'boolean' } },
});
const [file, ...more] = positionals;
if (!file || more.length > 0) refuseUsage(usage);

await runCommand(async () => {
  demandKey();
  const startedAt = performance.now();
  await openBareDatabase();
  try {
    const { ENCRYPTION_KEYS: masterKeys, BACKUP_PASSPHRASE: passphrase } = env();
    const { at, rows } = await readBackup(ownerConnection(), file, { masterKeys, passphrase });
    if (values['begin-audit']) await beginAudit();
    await openVault();
    const { tokens, openedTokens, secrets, openedSecrets } = await countOpened();
    const total = Object.values(rows).reduce((sum, count) => sum + count, 0);
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    console.log(`Restored what there was at ${at}: ${total} rows in ${seconds} s.`);
    console.log(`${openedTokens} of ${tokens} tokens and ${openedSecrets} of ${secrets} App Secrets open.`);
    const teams = await db.team.findMany({ select: { id: true, slug: true }, orderBy: { slug: 'asc' } });
    for (const team of teams) if (!(await tellAudit(team))) process.exitCode = 1;
    await recordRestore(at);
    if (openedTokens < tokens || openedSecrets < secrets) process.exitCode = 1;
  } finally {
    await closeDatabase();
  }
});

/** Without one a new key would be made, which opens nothing of what is restored. */
function demandKey(): void {
  const kept = join(resolve(process.env.DATA_DIR || './data'), 'encryption-keys');
  const { ENCRYPTION_KEYS, ENCRYPTION_KEYS_FILE } = process.env;
  if (ENCRYPTION_KEYS || ENCRYPTION_KEYS_FILE || existsSync(kept)) return;
  throw new StartError(`Give the master key of the installation as ENCRYPTION_KEYS, or put its file at ${kept}.`);
}
