import { randomBytes } from 'node:crypto';
import { answer } from '@/server/answer';
import type { Person } from '@/server/auth/actor';
import { newSessionId } from '@/server/auth/session-id';
import { newId } from '@/server/database/new-id';
import { env } from '@/server/env';
import { db } from '@/test/database';
import { createApiKey, createAppRow, createConnectionRow, createPerson, createTeam, headersOf } from '@/test/factories';

/** In every name of the other team: no answer to anybody else may hold it. */
export const canary = `Canary${randomBytes(6).toString('hex')}`;

export type Stage = { name: string; owner: Person; app: { id: string } };

/** A team, and another that it must not notice. */
export async function setStage(): Promise<{ own: Stage; others: Stage }> {
  return { own: await makeStage('Own'), others: await makeStage(canary) };
}

async function makeStage(name: string): Promise<Stage> {
  const team = await createTeam(`${name} team`);
  const owner = await createPerson(team, 'owner', { name: `${name} owner` });
  return { name, owner, app: await createAppRow(team, { name }) };
}

const later = () => new Date(Date.now() + 3_600_000);
const bytes = () => new Uint8Array(randomBytes(32));
const digits = () =>
  BigInt(`0x${randomBytes(7).toString('hex')}`)
    .toString()
    .padStart(18, '71');

export type Kind = keyof typeof make;

/** One new object of each kind in a team; its id. */
export const make = {
  apps: async ({ owner, name }) => (await createAppRow({ id: owner.teamId }, { name })).id,
  authorizations: async ({ owner: { id, teamId }, app }) => {
    const data = { teamId, appId: app.id, startedById: id, redirectUrl: 'https://a.example', stateHash: bytes() };
    return (await db.authorization.create({ data: { ...data, bound: false, expiresAt: later() } })).id;
  },
  connections: async ({ owner, app, name }) => (await createConnectionRow({ id: owner.teamId }, app, { name })).id,
  advertisers: async ({ owner, app, name }) => {
    const advertiserId = digits();
    await createConnectionRow({ id: owner.teamId }, app, { name, advertiserIds: [advertiserId] });
    return advertiserId;
  },
  coverage: async ({ owner: { teamId }, name }) => (await db.coverageList.create({ data: { teamId, name } })).id,
  members: async ({ owner: { teamId: id, teamSlug: slug, teamName }, name }) =>
    (await createPerson({ id, slug, name: teamName }, 'auditor', { name })).id,
  invitations: async ({ owner: { id, teamId }, name }) => {
    const data = {
      teamId,
      invitedById: id,
      email: `${name}-${newId()}@example.com`.toLowerCase(),
      role: 'auditor',
      tokenHash: bytes(),
    } as const;
    return (await db.invitation.create({ data: { ...data, expiresAt: later() } })).id;
  },
  apiKeys: async ({ owner }) => (await createApiKey(owner)).id,
  tags: async ({ owner: { teamId }, name }) =>
    (await db.tag.create({ data: { teamId, name: `${name} ${newId()}` } })).id,
  views: async ({ owner: { id, teamId }, name }) => {
    const data = { teamId, userId: id, noun: 'connections', name: `${name} ${newId()}`, query: '', shared: true };
    return (await db.savedView.create({ data })).id;
  },
  sessions: async ({ owner }) =>
    (await db.session.create({ data: { id: newSessionId(), userId: owner.id, expiresAt: later() } })).id,
  // Numbered in each team by itself: another team's is one that this team does not have yet.
  audit: async ({ owner, name }) => {
    const { sequence } = await db.auditEnd.findUniqueOrThrow({ where: { teamId: owner.teamId } });
    return name === canary ? String(sequence + 9_000n) : String(sequence);
  },
} satisfies Record<string, (stage: Stage) => Promise<string>>;

const missing: Partial<Record<Kind, () => string>> = { advertisers: digits, audit: () => '8999999' };

/** An id that nothing has. */
export const missingOf = (kind: Kind): string => missing[kind]?.() ?? newId();

type Answered = { status: number; body: string };

/** What the API answers this person: `ask(owner, 'PATCH /tags/1', { name })`. */
export const ask = async (person: Person, line: string, body: object = {}): Promise<Answered> =>
  askWith(await headersOf(person), line, body);

/** What it answers to whoever sends these headers along. */
export async function askWith(sent: Headers, line: string, given: object = {}): Promise<Answered> {
  const [method = '', path = ''] = line.split(' ');
  const headers = new Headers(sent);
  const body = method === 'GET' ? null : JSON.stringify(given);
  if (body) headers.set('content-type', 'application/json');
  const response = await answer(new Request(`${env().APP_URL}/api/v1${path}`, { method, headers, body }));
  return { status: response.status, body: await response.text() };
}

/** Everything that the database holds of a team, as one text. */
export async function everythingOf(teamId: string): Promise<string> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.columns
    WHERE table_schema = current_schema() AND column_name = 'teamId' ORDER BY table_name`;
  const texts = tables.map(async ({ name }) => {
    const [row] = await db.$queryRawUnsafe<{ text: string }[]>(
      `SELECT coalesce(json_agg(x ORDER BY x::text), '[]')::text AS text FROM "${name}" x WHERE "teamId" = $1::uuid`,
      teamId,
    );
    return `${name} ${row?.text}`;
  });
  return (await Promise.all(texts)).join('\n');
}
