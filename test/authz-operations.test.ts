import type { AnyContractProcedure } from '@orpc/contract';
import { traverseContractProcedures } from '@orpc/server';
import { beforeAll, describe, expect, it } from 'vitest';
import { contract } from '@/contract';
import type { Role } from '@/contract/permissions';
import matrix from '@/security/authz-matrix.json';
import { answer } from '@/server/answer';
import { env } from '@/server/env';
import { changeRole } from '@/server/members/change-role';
import { removeMember } from '@/server/members/remove-member';
import { createApiKey, createPerson, createTeam, headersOf } from '@/test/factories';

type Verdict = string | number;
const actors = Object.keys(matrix.actors);
const everywhere: Record<string, Verdict> = matrix.ofTeams.everywhere;
const rows: Record<string, Record<string, Verdict>> = matrix.ofTeams.operations;
const ofPersons: Record<string, Verdict> = matrix.ofPersons.everywhere;

const operations: { name: string; method: string; path: string; ofPerson: boolean }[] = [];
traverseContractProcedures({ router: contract, path: [] }, ({ contract: found, path }) => {
  const { route, meta } = (found as AnyContractProcedure)['~orpc'];
  const ofPerson = (meta as { permission?: string }).permission === 'account';
  operations.push({ name: path.join('.'), method: route.method ?? 'POST', path: route.path ?? '', ofPerson });
});

/** What the file says of a cell, its rules applied. */
function saidOf(name: string, actor: string): Verdict | undefined {
  if (matrix.ofPersons.operations.includes(name)) return ofPersons[actor];
  const said = everywhere[actor] ?? rows[name]?.[actor];
  const as = /^as (\w+)$/.exec(String(said))?.[1];
  return as ? rows[name]?.[as] : said;
}

const headers: Record<string, () => Promise<Headers>> = {};

beforeAll(async () => {
  const team = await createTeam();
  const owner = await createPerson(team, 'owner');
  const nobody = async () => new Headers({ 'x-team': team.slug });
  Object.assign(headers, {
    anonymous: nobody,
    'guest-with-connect-link': nobody,
    'guest-with-expired-link': nobody,
  });
  // A session of their own for each operation: some end sessions.
  for (const role of ['auditor', 'operator', 'admin', 'owner'] as const) {
    headers[role] = async () => headersOf(await createPerson(team, role as Role));
  }
  headers['admin-of-other-team'] = async () => {
    const stranger = await createPerson(await createTeam(), 'admin');
    return headersOf({ ...stranger, teamSlug: team.slug });
  };
  headers['removed-member-live-session'] = async () => {
    const admin = await createPerson(team, 'admin');
    const live = await headersOf(admin);
    await removeMember(owner, { id: admin.id });
    return live;
  };
  headers['demoted-member-live-session'] = async () => {
    const admin = await createPerson(team, 'admin');
    const live = await headersOf(admin);
    await changeRole(owner, { id: admin.id, role: 'auditor' });
    return live;
  };
  headers['api-key-in-scope'] = async () => (await createApiKey(owner)).headers;
  headers['api-key-out-of-scope'] = async () => (await createApiKey(owner, { permissions: [] })).headers;
});

/**
 * What the API answers to an input that no operation takes: 401, 403 or 404 come before it is looked at, 400 after. An
 * operation without input is really done.
 */
async function verdict({ method, path }: (typeof operations)[number], asked: Headers): Promise<Verdict> {
  const sent = new Headers(asked);
  const address = path.replace(/\{\w+\}/g, 'no-id');
  const reading = method === 'GET';
  if (!reading) sent.set('content-type', 'application/json');
  const { status } = await answer(
    new Request(`${env().APP_URL}/api/v1${address}${reading ? '?unexpected=1' : ''}`, {
      method,
      headers: sent,
      ...(!reading && { body: '{"unexpected":true}' }),
    }),
  );
  return status < 300 || status === 400 ? 'ok' : status;
}

describe('the matrix', () => {
  it('has a row for every operation of the contract, and none besides', () => {
    const told = [...Object.keys(rows), ...matrix.ofPersons.operations];
    expect(told.sort()).toEqual(operations.map(({ name }) => name).sort());
    expect(operations.length).toBeGreaterThan(70);
  });

  it('says of every operation whether it is one of a team or of a person', () => {
    const own = operations.filter(({ ofPerson }) => ofPerson).map(({ name }) => name);
    expect([...matrix.ofPersons.operations].sort()).toEqual(own.sort());
  });

  it('knows twelve actors, and leaves no cell open', () => {
    expect(actors).toHaveLength(12);
    const open = operations.flatMap(({ name }) => actors.filter((actor) => saidOf(name, actor) === undefined));
    expect(open).toEqual([]);
  });
});

describe.each(actors)('%s', (actor) => {
  it('gets what the matrix says, at every operation', async () => {
    const said: [string, Verdict | undefined][] = [];
    const found: [string, Verdict][] = [];
    for (const operation of operations) {
      said.push([operation.name, saidOf(operation.name, actor)]);
      found.push([operation.name, await verdict(operation, await headers[actor]!())]);
    }
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(said));
  });
});
