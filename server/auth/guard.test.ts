import { createProcedureClient, implement, traverseContractProcedures } from '@orpc/server';
import type { AnyContractProcedure } from '@orpc/contract';
import { describe, expect, it } from 'vitest';
import { contract } from '@/contract';
import { operation } from '@/contract/operation';
import { role } from '@/contract/permissions';
import matrix from '@/security/authz-matrix.json';
import { db } from '@/test/database';
import { createApiKey, createPerson, createTeam, headersOf } from '@/test/factories';
import { accountGuard } from './account-guard';
import { guard, type RequestContext } from './guard';

/** Who may do what stands in the matrix: test/authz-operations.test.ts asks all of it. */
const rows: Record<string, Record<string, unknown>> = matrix.ofTeams.operations;

type Operation = { name: string; contract: AnyContractProcedure };
const operations: Operation[] = [];
/** What concerns a person and no team, whatever their role. */
const own: Operation[] = [];
traverseContractProcedures({ router: contract, path: [] }, ({ contract: found, path }) => {
  (path[0] === 'account' ? own : operations).push({ name: path.join('.'), contract: found });
});

/** What the guard says of an operation; the verb behind it is never reached, its input being wrong or its hands empty. */
async function verdict(procedure: AnyContractProcedure, headers: Headers, by: unknown = guard): Promise<string> {
  const { one } = implement({ one: procedure })
    .$context<RequestContext>()
    .use(by as never);
  const verb = one.handler(() => undefined as never);
  const call = createProcedureClient(verb, { context: { headers } as never });
  return (call as (input: unknown) => Promise<unknown>)({ unexpected: true }).then(
    () => 'let in',
    (error: { code: string }) => (/BAD_REQUEST|INTERNAL/.test(error.code) ? 'let in' : error.code),
  );
}

describe.each(role.options)('a key that an %s made', (name) => {
  it('may what its maker may, but for what is for people', async () => {
    const { headers } = await createApiKey(await createPerson(await createTeam(), name));
    for (const { name: operationName, contract: procedure } of operations) {
      const { key, [name]: makers } = rows[operationName]!;
      const expected = key === 'ok' && makers === 'ok' ? 'let in' : 'forbidden';
      expect([operationName, await verdict(procedure, headers)]).toEqual([operationName, expected]);
    }
  });
});

it('lets everybody in to their account, in a team or not, and nobody without a session', async () => {
  const person = await createPerson(await createTeam(), 'auditor');
  await db.membership.deleteMany({ where: { userId: person.id } });
  expect(own.length).toBeGreaterThan(5);
  for (const { contract: procedure } of own) {
    expect(await verdict(procedure, await headersOf(person), accountGuard)).toBe('let in');
    expect(await verdict(procedure, new Headers(), accountGuard)).toBe('unauthenticated');
  }
});

it('lets no key in to anybody’s account, not even beside their cookie', async () => {
  const person = await createPerson(await createTeam(), 'owner');
  const { headers } = await createApiKey(person);
  headers.set('cookie', (await headersOf(person)).get('cookie')!);
  for (const { contract: procedure } of own) expect(await verdict(procedure, headers, accountGuard)).toBe('forbidden');
});

it('lets no operation pass by the wrong door', async () => {
  const headers = await headersOf(await createPerson(await createTeam(), 'owner'));
  for (const { contract: procedure } of own) expect(await verdict(procedure, headers)).toBe('forbidden');
  for (const { contract: procedure } of operations) {
    expect(await verdict(procedure, headers, accountGuard)).toBe('forbidden');
  }
});

it.each([
  ['owners', ['owner']],
  ['everybody', ['owner', 'admin', 'operator', 'auditor']],
  ['nobody', []],
] as const)('lets nobody without a second factor do anything in a team that wants one of %s', async (whom, wanting) => {
  const team = await createTeam();
  await db.team.update({ where: { id: team.id }, data: { totpNeededBy: whom } });
  for (const role of ['owner', 'admin', 'operator', 'auditor'] as const) {
    const person = await createPerson(team, role);
    const headers = await headersOf(person);
    const wants = wanting.some((one) => one === role);
    for (const { contract: procedure } of wants ? operations : []) {
      expect(await verdict(procedure, headers)).toBe('second_factor_needed');
    }
    expect(await verdict(contract.apps.list, headers)).toBe(wants ? 'second_factor_needed' : 'let in');
    await db.user.update({ where: { id: person.id }, data: { totpEnabledAt: new Date() } });
    expect(await verdict(contract.apps.list, headers)).toBe('let in');
  }
});

it('refuses an operation that names no permission, even to an owner', async () => {
  const headers = await headersOf(await createPerson(await createTeam(), 'owner'));
  expect(await verdict(operation.route({ method: 'GET', path: '/forgotten' }), headers)).toBe('forbidden');
});
