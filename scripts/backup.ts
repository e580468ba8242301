import { statSync } from 'node:fs';
import { refuseUsage, runCommand } from '@/scripts/console/run-command';
import { takeBackup } from '@/server/backup/take-backup';
import { withDatabase } from '@/server/database/with-database';
import { env } from '@/server/env';
import { openVault } from '@/server/vault/open';

const usage = `Usage: npm run backup -- FILE
  Writes everything, of one moment, into FILE, sealed with the current master key, or with BACKUP_PASSPHRASE if that
  is set. The server may run meanwhile, and the audit of every team tells of it. The master key itself is not in it:
  keep ENCRYPTION_KEYS elsewhere.`;

const [file, ...more] = process.argv.slice(2);
if (!file || more.length > 0) refuseUsage(usage);

await runCommand(() =>
  withDatabase(async () => {
    const startedAt = performance.now();
    const { ENCRYPTION_KEYS: masterKeys, BACKUP_PASSPHRASE: passphrase } = env();
    await openVault();
    await takeBackup(file, { masterKeys, passphrase });
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    console.log(`${file}: ${(statSync(file).size / 1e6).toFixed(1)} MB in ${seconds} s`);
  }),
);
