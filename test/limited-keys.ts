import { randomBytes } from 'node:crypto';
import { record } from '@/server/audit/record';
import type { Person } from '@/server/auth/actor';
import { answer } from '@/server/answer';
import type { Candidate } from '@/server/authorizations/candidate';
import { snapshotStates } from '@/server/health/snapshot-states';
import { db } from './database';
import { createApiKey, createAppRow, createConnectionRow, createPerson, createTeam } from './factories';

/** Advertisers: reached from within alone, from beyond alone, and from both. */
export const [mine, other, both] = ['7000000000000000001', '7111111111111111112', '7222222222222222223'];

const later = () => new Date(Date.now() + 3_600_000);

/** A team with the same things twice, and for each kind of limit a key that is limited to the first of them. */
export async function stageOfLimits() {
  const team = await createTeam();
  const maker = await createPerson(team, 'owner');
  const make = async (name: string, advertiserIds: string[]) => {
    const app = await createAppRow(team, { name });
    const tag = await db.tag.create({ data: { teamId: team.id, name: `Tag of ${app.name}` } });
    const connection = await createConnectionRow(team, app, {
      name: `Connection of ${name}`,
      advertiserIds,
      token: 'f0'.repeat(20),
      tiktokUserId: '1',
    });
    await db.connectionTag.create({ data: { teamId: team.id, connectionId: connection.id, tagId: tag.id } });
    const place = { teamId: team.id, appId: app.id };
    await beKnown(team.id, maker, connection, advertiserIds);
    const authorization = await beComparing({ ...place, connectionId: connection.id }, advertiserIds);
    const pending = await createPending(place);
    const list = await createList(team.id, `List of ${name}`, [advertiserIds[0]!]);
    return { app, tag, connection, authorization, pending, list };
  };
  const within = await make('Within', [mine, both]);
  const beyond = await make('Beyond', [other, both]);
  const shared = await createList(team.id, 'Shared', [mine, other, both]);
  await snapshotStates();
  const keys = {
    app: await createApiKey(maker, { appIds: [within.app.id] }),
    tag: await createApiKey(maker, { tagIds: [within.tag.id] }),
    advertiser: await createApiKey(maker, { advertiserIds: [mine] }),
  };
  return { team, maker, within, beyond, shared, keys, unlimited: await createApiKey(maker) };
}
export type LimitedStage = Awaited<ReturnType<typeof stageOfLimits>>;

/** A history that names advertisers: by a change of reach, a token handed out, and in words of people. */
async function beKnown(teamId: string, maker: Person, { id, name }: { id: string; name: string }, ids: string[]) {
  const data = {
    gained: ids.map((advertiserId) => ({ advertiserId, name: null })),
    gainedCount: 2,
    lost: [],
    lostCount: 0,
  };
  await db.connectionEvent.create({ data: { teamId, connectionId: id, kind: 'reach_changed', data } });
  const object = { kind: 'connection', id, name } as const;
  await db.$transaction(async (tx) => {
    for (const advertiserId of ids) await record(tx, maker, 'connection.revealed', object, { data: { advertiserId } });
    await record(tx, maker, 'connection.reported', object, {
      data: { code: 40001, message: `No access to ${ids[1]}` },
    });
    await record(tx, maker, 'connection.paused', object, { reason: `${ids[1]} has left` });
  });
}

/** Under way without a connection: only the app tells whose it is. */
function createPending(place: { teamId: string; appId: string }) {
  const stateHash = new Uint8Array(randomBytes(32));
  const data = { ...place, redirectUrl: 'https://a.example', stateHash, bound: false, expiresAt: later() };
  return db.authorization.create({ data, select: { id: true } });
}

/** A re-authorization that waits for a decision, and names advertisers. */
async function beComparing(place: { teamId: string; appId: string; connectionId: string }, advertiserIds: string[]) {
  const [lost = '', gained = ''] = advertiserIds;
  const named = (advertiserId: string) => [{ advertiserId, name: null, newToTeam: false }];
  const candidate: Candidate = {
    scopes: ['4'],
    advertiserIds,
    reach: null,
    comparison: {
      ...{ identity: 'same', canReplace: true, previous: null, next: null },
      advertisers: { kept: 0, gained: named(gained), gainedCount: 1, newCount: 0, lost: named(lost), lostCount: 1 },
      scopes: { kept: ['4'], gained: [], lost: [] },
    },
  };
  const { id } = await createPending(place);
  await db.connection.update({ where: { id: place.connectionId }, data: { nextCheckAt: later() } });
  const { connectionId } = place;
  const data = { connectionId, reauthorizes: true, status: 'comparing', candidate } as const;
  return db.authorization.update({ where: { id }, data, select: { id: true } });
}

function createList(teamId: string, name: string, advertiserIds: string[]) {
  const entries = advertiserIds.map((advertiserId) => ({ advertiserId, label: `Label ${advertiserId}` }));
  const data = { teamId, name, entryCount: entries.length };
  return db.coverageList.create({ data: { ...data, entries: { create: entries } }, select: { id: true } });
}

export type Answer = { status: number; json: any; text: string }; // eslint-disable-line @typescript-eslint/no-explicit-any

/** What the API answers whoever brings a key. */
export async function askWithKey(
  { headers }: { headers: Headers },
  path: string,
  method = 'GET',
  body?: object,
): Promise<Answer> {
  const sent = new Headers(headers);
  if (body) sent.set('content-type', 'application/json');
  const request = new Request(`http://localhost:3000/api/v1${path}`, {
    method,
    headers: sent,
    ...(body && { body: JSON.stringify(body) }),
  });
  const response = await answer(request);
  const text = await response.text();
  return {
    status: response.status,
    text,
    json: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : null,
  };
}
