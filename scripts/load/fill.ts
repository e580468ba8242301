import pg from 'pg';
import { hashPassword } from '@/server/auth/password';
import { ownerConnection } from '@/server/database/connection';
import { env } from '@/server/env';
import { StartError } from '@/server/start-error';
import { writeAuditLog } from './audit-log';
import { idFunction, writeLogs } from './logs';
import { loadPassword } from './people';
import type { Size } from './size';
import { referenceTeams, type LoadedTeam } from './team';
import { withoutIndexes } from './without-indexes';
import { writeTeam } from './write-team';
import { writeViews } from './write-views';

type Writing = Parameters<typeof writeTeam>[2] & { onStep: (step: string) => void };
type Options = { size: Size; intoExisting?: boolean; onStep?: (step: string) => void };
export type Filled = { email: string; password: string; teamSlug: string };

/**
 * Writes the reference load in one transaction: all of it, or nothing. The database must be open and its vault too.
 * @throws StartError where it is loaded already, or holds other teams and `intoExisting` was not said.
 */
export async function fill({ size, intoExisting = false, onStep = () => undefined }: Options): Promise<Filled> {
  const passwordHash = await hashPassword(loadPassword);
  const options = { passwordHash, callbackUrl: new URL('/callback', env().APP_URL).href, now: Date.now() };
  const teams = [...referenceTeams(size)];
  const client = new pg.Client(ownerConnection());
  await client.connect();
  try {
    const empty = await demandRoom(client, teams[0]!.id, intoExisting);
    await client.query('BEGIN');
    await client.query(`SET LOCAL maintenance_work_mem = '256MB'`);
    await client.query(idFunction);
    const write = () => writeAll(client, teams, { ...options, onStep });
    await (empty ? withoutIndexes(client, write) : write());
    await client.query('COMMIT');
    onStep('Statistics');
    await client.query('VACUUM ANALYZE');
  } finally {
    await client.end();
  }
  return ownerOf(teams[0]!);
}

async function writeAll(client: pg.Client, teams: LoadedTeam[], { onStep, ...options }: Writing): Promise<void> {
  for (const [n, team] of teams.entries()) {
    onStep(`${team.name}: ${team.connections.length} connections, ${team.advertisers.length} advertisers`);
    await writeTeam(client, team, options);
    await writeViews(client, team);
    onStep(`${team.name}: its history, and ${team.auditEvents} audit events`);
    await writeLogs(client, team, { deep: n === 0 });
    await writeAuditLog(client, team, new Date(options.now));
  }
}

async function demandRoom(client: pg.Client, mainTeam: string, intoExisting: boolean): Promise<boolean> {
  const { rows } = await client.query<{ id: string; name: string }>('SELECT id, name FROM "Team" LIMIT 1000');
  if (rows.some(({ id }) => id === mainTeam)) throw new StartError('This database holds the reference load already.');
  if (rows.length > 0 && !intoExisting) {
    throw new StartError(
      `This database holds ${rows.length === 1 ? `the team “${rows[0]!.name}”` : `${rows.length} teams`}. ` +
        'Nothing was written. To add the reference load beside: --into-existing',
    );
  }
  return rows.length === 0;
}

function ownerOf({ slug, members }: LoadedTeam): Filled {
  return { email: members[0]!.email, password: loadPassword, teamSlug: slug };
}
