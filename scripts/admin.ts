import { parseArgs } from 'node:util';
import { refuseUsage, runCommand } from '@/scripts/console/run-command';
import { newResetLink, unknownPassword } from '@/server/auth/reset-link';
import { beginAudit } from '@/server/console/begin-audit';
import { listPeople, listTeamSizes } from '@/server/console/list-installation';
import { removeSecondFactor } from '@/server/console/remove-second-factor';
import { resetPassword } from '@/server/console/reset-password';
import { restoreOwner } from '@/server/console/restore-owner';
import { withDatabase } from '@/server/database/with-database';
import { createOwner } from '@/server/members/create-owner';
import { openVault } from '@/server/vault/open';

const usage = `Usage: npm run admin -- COMMAND [options], on the server, while it runs or not
  list-teams                                          every team, with how much is in it
  list-members   [--team SLUG]                        its people and their roles
  create-owner   --email E [--name N] [--team-name T] a person and a team of theirs; prints a link
  reset-password --email E                            for a lost password: a link; ends every session
  remove-second-factor --email E                      for a lost phone; ends every session
  restore-owner  --email E [--team SLUG]              makes somebody owner of a team
  begin-audit                                         for a database from before the audit had a key`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    team: { type: 'string' },
    email: { type: 'string' },
    name: { type: 'string' },
    'team-name': { type: 'string' },
  },
});

const commands: Record<string, () => Promise<void>> = {
  'list-teams': async () => console.table(await listTeamSizes()),
  'list-members': async () => console.table(await listPeople(values.team)),
  'create-owner': async () => {
    const given = { email: email(), name: values.name, teamName: values['team-name'], password: unknownPassword() };
    const { userId, teamSlug } = await createOwner(given);
    console.log(`Team ${teamSlug}.`);
    tell(await newResetLink(userId));
  },
  'reset-password': async () => tell(await resetPassword(email())),
  'remove-second-factor': async () => {
    const { name } = await removeSecondFactor(email());
    console.log(`${name} signs in with the password alone.`);
  },
  'restore-owner': async () => {
    const { name, team } = await restoreOwner(values.team, email());
    console.log(`${name} is owner of ${team}.`);
  },
  'begin-audit': async () => {
    const teams = await beginAudit();
    console.log(teams ? `The chains of ${teams} teams have begun.` : 'The audit has its key: nothing was changed.');
  },
};

const command = commands[positionals[0] ?? ''];
if (!command || positionals.length > 1) refuseUsage(usage);

// The one command for a vault that does not open.
const beginsAudit = command === commands['begin-audit'];
await runCommand(() => withDatabase(() => (beginsAudit ? command() : openVault().then(command))));

function tell({ link, expiresAt }: Awaited<ReturnType<typeof newResetLink>>): void {
  console.log(`They choose a password here, once, until ${expiresAt.toISOString()}:\n\n  ${link}\n`);
}

function email(): string {
  return values.email ?? refuseUsage(usage);
}
