import { parseArgs } from 'node:util';
import { runCommand } from '@/scripts/console/run-command';
import { tellAudit, tellMissing } from '@/scripts/console/tell-audit';
import { readNotes } from '@/server/audit/read-notes';
import { db } from '@/server/database/client';
import { withDatabase } from '@/server/database/with-database';
import { StartError } from '@/server/start-error';
import { openVault } from '@/server/vault/open';

/**
 * `npm run audit:verify -- [--team SLUG] [--log FILE]`: follows the audit of every team, or one, from event to event.
 * With a log of the server also against the ends that it noted. Ends with 1 where anything is not as it was written.
 */
const { values } = parseArgs({ options: { team: { type: 'string' }, log: { type: 'string' } } });

await runCommand(() =>
  withDatabase(async () => {
    await openVault();
    const notes = values.log ? await readNotes(values.log) : new Map<string, Map<bigint, string>>();
    const where = values.team ? { slug: values.team } : {};
    const teams = await db.team.findMany({ where, select: { id: true, slug: true }, orderBy: { slug: 'asc' } });
    if (teams.length === 0)
      throw new StartError(values.team ? `There is no team ${values.team}.` : 'There is no team.');
    for (const team of teams) if (!(await tellAudit(team, notes.get(team.id)))) process.exitCode = 1;
    if (!values.team && !tellMissing(teams, notes)) process.exitCode = 1;
  }),
);
