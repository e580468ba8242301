import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { stringify } from 'csv-stringify/sync';
import { refuseUsage, runCommand } from '@/scripts/console/run-command';
import { findTeam } from '@/server/console/find-team';
import { withDatabase } from '@/server/database/with-database';
import { planImport } from '@/server/imports/plan-import';
import { readImport } from '@/server/imports/read-import';
import { saveImport } from '@/server/imports/save-import';
import { openVault } from '@/server/vault/open';
import { startRefreshing } from '@/server/vault/refresh';

const usage = `Usage: npm run import -- FILE [--team SLUG] [--dry-run] [--report FILE]
  Takes in tokens that the team has already: CSV with a header line, or a JSON list of objects, with
    accessToken, appId (TikTok's, of an app that is registered), and if you like name, ownerEmail.
  --dry-run   says what would happen to each row, and changes nothing
  --report    writes the result of every row as CSV; without a token in it`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { team: { type: 'string' }, 'dry-run': { type: 'boolean' }, report: { type: 'string' } },
});
const [file, ...more] = positionals;
if (!file || more.length > 0) refuseUsage(usage);

await runCommand(async () => {
  const rows = readImport(readFileSync(file, 'utf8'));
  await withDatabase(async () => {
    await openVault();
    const team = await findTeam(values.team);
    const stopRefreshing = startRefreshing();
    const { saved, verdicts } = await takeIn(team.id, rows).finally(stopRefreshing);
    if (values.report) writeFileSync(values.report, stringify(verdicts, { header: true }), { mode: 0o600 });
    for (const kind of ['new', 'known', 'repeated', 'invalid']) {
      const count = verdicts.filter(({ verdict }) => verdict === kind).length;
      if (count > 0) console.log(`${String(count).padStart(7)}  ${kind}`);
    }
    for (const { line, detail } of verdicts.filter(({ verdict }) => verdict === 'invalid').slice(0, 20))
      console.log(`  row ${line}: ${detail}`);
    const done = `${saved} imported into ${team.slug}; each is checked as its app's budget allows.`;
    console.log(values['dry-run'] ? 'Nothing was changed.' : done);
    if (verdicts.some(({ verdict }) => verdict === 'invalid')) process.exitCode = 1;
  });
});

async function takeIn(teamId: string, rows: ReturnType<typeof readImport>) {
  const plan = await planImport(teamId, rows);
  const tell = (count: number) => console.error(`${count} of ${plan.planned.length}`);
  const saved = values['dry-run'] ? 0 : await saveImport(teamId, plan.planned, tell);
  return { ...plan, saved };
}
