import type pg from 'pg';
import { tokenColumns } from '@/server/authorizations/token-columns';
import { secretPlace } from '@/server/credentials/secret-place';
import { hintOf } from '@/server/vault/hint';
import { seal } from '@/server/vault/seal';
import type { LoadedConnection } from './connections';
import { firstDay, idAt } from './ids';
import { insertRows } from './insert-rows';
import type { LoadedTeam } from './team';

const iso = (at: number) => new Date(at).toISOString();
const hex = (bytes: Uint8Array) => `\\x${Buffer.from(bytes).toString('hex')}`;
const hour = 3_600_000;

type Options = { passwordHash: string; callbackUrl: string; now: number };

/** Writes a team with everything it knows; its history and audit log come after. */
export async function writeTeam(client: pg.ClientBase, team: LoadedTeam, options: Options): Promise<void> {
  const { id: teamId, slug, name } = team;
  const since = { createdAt: iso(firstDay), updatedAt: iso(firstDay) };
  await insertRows(client, 'Team', [
    {
      id: teamId,
      slug,
      name,
      acceptCopiedUrls: false,
      totpNeededBy: 'nobody',
      keyMaxAgeDays: 365,
      checkIntervalMinutes: 360,
      budgetPercent: 50,
      ...since,
    },
  ]);
  const { passwordHash } = options;
  await insertRows(
    client,
    'User',
    team.members.map(({ id, email, name }) => ({
      id,
      email,
      name,
      passwordHash,
      passwordSetAt: since.createdAt,
      ...since,
    })),
  );
  await insertRows(
    client,
    'Membership',
    team.members.map(({ id, role }) => ({ teamId, userId: id, role, ...since })),
  );
  await writeApps(client, team, options);
  await insertRows(client, 'Advertiser', advertiserRows(team));
  await insertRows(
    client,
    'Connection',
    team.connections.map((one, n) => connectionRow(one, { n, teamId, now: options.now })),
  );
  await insertRows(client, 'Grant', grantRows(team));
}

async function writeApps(client: pg.ClientBase, { id: teamId, apps }: LoadedTeam, options: Options) {
  await insertRows(
    client,
    'App',
    apps.map(({ id, name, appId, secret, environment, tier, createdAt }) => ({
      ...{ id, teamId, name, appId, environment, tier, reviewStatus: 'approved', notes: '' },
      ...{
        secretSealed: hex(seal(secret, secretPlace({ teamId, id }))),
        secretHint: hintOf(secret),
        secretSetAt: iso(createdAt),
      },
      ...{ createdAt: iso(createdAt), updatedAt: iso(createdAt) },
    })),
  );
  await insertRows(
    client,
    'RedirectUrl',
    apps.map(({ id, createdAt }) => ({
      id: idAt(createdAt, `redirect ${id}`),
      teamId,
      appId: id,
      url: options.callbackUrl,
      position: 0,
    })),
  );
}

function connectionRow(one: LoadedConnection, { n, teamId, now }: { n: number; teamId: string; now: number }) {
  const { id, app, fate, person, token, createdAt } = one;
  const revoked = fate.state === 'revoked';
  const checkedAt = now - ((n * 7) % 360) * 60_000;
  const sealed = token === null ? null : tokenColumns(token, { teamId, rowId: id });
  const settledAt = fate.state === 'healthy' ? createdAt : now - (1 + (n % 700)) * hour;
  return {
    ...{ id, teamId, appId: app.id, name: one.name, ownerId: one.owner?.id ?? null, state: fate.state },
    notes: n % 25 === 0 ? '契約更新は四半期ごと / Renewed each quarter' : '',
    stateSince: iso(settledAt),
    stateBeforePause: fate.stateBeforePause,
    problem: fate.problem,
    lastCheckError: fate.lastCheckError && { ...fate.lastCheckError, at: iso(checkedAt) },
    suspectedAt: fate.suspected ? iso(checkedAt) : null,
    tokenSealed: sealed && hex(sealed.tokenSealed),
    tokenHash: sealed && hex(sealed.tokenHash),
    tokenHint: sealed && sealed.tokenHint,
    ...{ tiktokUserId: person.id, tiktokUserName: person.name, tiktokUserEmail: 's***n@example.jp' },
    scopes: app.scopes,
    advertiserCount: one.advertisers.length,
    inspectedAt: iso(createdAt + 1_000),
    firstAuthorizedAt: iso(createdAt),
    lastAuthorizedAt: iso(n % 7 === 0 ? createdAt + ((now - createdAt) * (n % 11)) / 12 : createdAt),
    authorizedCount: n % 7 === 0 && n % 11 ? 2 : 1,
    lastCheckedAt: iso(checkedAt),
    nextCheckAt: revoked || fate.state === 'paused' ? null : iso(checkedAt + 6 * hour),
    revokedAt: revoked ? iso(settledAt) : null,
    archivedAt: one.archived ? iso(settledAt) : null,
    createdAt: iso(createdAt),
    updatedAt: iso(createdAt),
  };
}

function* advertiserRows({ id: teamId, advertisers }: LoadedTeam) {
  for (const { id, name, status, client, firstSeenAt } of advertisers) {
    yield {
      ...{ teamId, advertiserId: id, name, status, company: client.company, ...client.place, businessCenter: null },
      firstSeenAt: iso(firstSeenAt),
      describedAt: iso(firstSeenAt),
    };
  }
}

function* grantRows({ id: teamId, advertisers, connections }: LoadedTeam) {
  for (const { id, advertisers: reached, createdAt } of connections) {
    for (const n of reached)
      yield { teamId, connectionId: id, advertiserId: advertisers[n]!.id, since: iso(createdAt) };
  }
}
