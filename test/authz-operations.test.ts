import type { AnyContractProcedure } from '@orpc/contract';
import { traverseContractProcedures } from '@orpc/server';
import { beforeAll, describe, expect, it } from 'vitest';
import { contract } from '@/contract';
import matrix from '@/security/authz-matrix.json';
import { answer } from '@/server/answer';
import { env } from '@/server/env';
import { createTeam } from '@/test/factories';
import { actors, matrixActors, rows, saidOf, type Verdict } from '@/test/matrix-actors';

const operations: { name: string; method: string; path: string; ofPerson: boolean }[] = [];
traverseContractProcedures({ router: contract, path: [] }, ({ contract: found, path }) => {
  const { route, meta } = (found as AnyContractProcedure)['~orpc'];
  const ofPerson = (meta as { permission?: string }).permission === 'account';
  operations.push({ name: path.join('.'), method: route.method ?? 'POST', path: route.path ?? '', ofPerson });
});

let headers: Awaited<ReturnType<typeof matrixActors>>;
beforeAll(async () => void (headers = await matrixActors(await createTeam())));

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
