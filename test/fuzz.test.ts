import fc from 'fast-check';
import { traverseContractProcedures } from '@orpc/server';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { contract } from '@/contract';
import type { Person } from '@/server/auth/actor';
import { answer } from '@/server/answer';
import { env } from '@/server/env';
import { arbitraryOf } from '@/test/arbitrary-of';
import { ownDatabase } from '@/test/own-database';
import { watchRejections } from '@/test/watch-rejections';

// Its own: it turns the vault's keys too, which every team is told of.
await ownDatabase();
const { createAppRow, createConnectionRow, createPerson, createTeam, headersOf } = await import('@/test/factories');
const { useTikTok } = await import('@/test/tiktok');
const { answerSetup } = await import('@/server/members/answer-setup');
const { answerOffer, answerAcceptance } = await import('@/server/invitations/answer-invitation');
const { answerReset, answerResetRequest } = await import('@/server/account/answer-reset');

/** `FUZZ_RUNS=1000` for a long search; `FUZZ_SEED` to see one again. */
const runs = Number(process.env.FUZZ_RUNS ?? 10);
const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);

type Operation = { name: string; method: string; path: string; schema?: z.ZodType };
const operations: Operation[] = [];
traverseContractProcedures({ path: [], router: contract }, ({ contract: procedure, path }) => {
  const { route, inputSchema } = procedure['~orpc'];
  const schema = inputSchema as z.ZodType | undefined;
  operations.push({ name: path.join('.'), method: route.method!, path: route.path!, ...(schema && { schema }) });
});

useTikTok();
const unhandled = watchRejections();

describe.each(operations)('$name', ({ method, path, schema }) => {
  test(`has an answer to whatever is sent to it (seed ${seed})`, { timeout: 120_000 }, async () => {
    const { owner, ids } = await stage();
    let headers = await headersOf(owner);
    const input = schema ? arbitraryOf(schema, ids) : fc.constant(undefined);
    await fc.assert(
      fc.asyncProperty(input, async (given) => {
        const startedAt = performance.now();
        const response = await answer(requestOf(method, path, given, headers));
        const body = await response.text();
        const took = performance.now() - startedAt;
        if (response.status === 401) headers = await headersOf(await createPerson(teamOf(owner)));
        if (response.status >= 400) expect(JSON.parse(body)).toMatchObject({ code: expect.any(String) });
        // What TikTok said is its own; everything else from 500 on would be a fault of ours.
        if (!body.startsWith('{"code":"upstream"')) expect(response.status, body).toBeLessThan(500);
        expect(took).toBeLessThan(2_000);
      }),
      { numRuns: schema ? runs : 1, seed, endOnFailure: true },
    );
    expect(unhandled).toEqual([]);
  });
});

describe.each([
  ['setup', answerSetup, ['code', 'teamName', 'name', 'email', 'password']],
  ['invitation', answerOffer, ['token']],
  ['invitation/accept', answerAcceptance, ['token', 'name', 'password']],
  ['password-reset', answerResetRequest, ['email', 'language']],
  ['password-reset/complete', answerReset, ['token', 'password']],
])('POST /api/%s', (path, answerIt, names) => {
  test(`has an answer to whatever a stranger sends to it (seed ${seed})`, { timeout: 120_000 }, async () => {
    const field = fc.constantFrom(...names, '__proto__', 'unexpected');
    const value = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.jsonValue(),
      fc.constant('x'.repeat(9_000)),
    );
    const body = fc.oneof(
      fc.dictionary(field, value, { maxKeys: 6 }).map((given) => JSON.stringify(given)),
      fc.json(),
      fc.string({ unit: 'binary', maxLength: 200 }),
    );
    let stranger = 0;
    await fc.assert(
      fc.asyncProperty(body, async (given) => {
        const startedAt = performance.now();
        stranger += 1;
        const headers = { origin: env().APP_URL, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };
        // From a network of its own each time, or most would only be told to wait.
        const from = { 'x-forwarded-for': `10.${stranger >> 8}.${stranger & 255}.1` };
        const request = new Request(`${env().APP_URL}/api/${path}`, {
          ...{ method: 'POST', headers: { ...headers, ...from }, body: given },
        });
        const response = await answerIt(request);
        expect(response.status, await response.text()).toBeLessThan(500);
        expect(performance.now() - startedAt).toBeLessThan(2_000);
      }),
      { numRuns: runs * 10, seed, endOnFailure: true },
    );
    expect(unhandled).toEqual([]);
  });
});

const teamOf = (person: Person) => ({ id: person.teamId, slug: person.teamSlug, name: person.teamName });

async function stage() {
  const [team, other] = [await createTeam(), await createTeam()];
  const owner = await createPerson(team);
  const ids = ['', 'x', '0', '00000000-0000-0000-0000-000000000000', team.id, owner.id, '7000000000000000001', '44'];
  for (const each of [team, other]) {
    const app = await createAppRow(each);
    const connection = await createConnectionRow(each, app, { advertiserIds: ['7000000000000000001'] });
    ids.push(app.id, connection.id);
  }
  return { owner, ids };
}

function requestOf(method: string, path: string, given: unknown, headers: Headers): Request {
  const parts = typeof given === 'object' && given !== null && !Array.isArray(given) ? { ...given } : given;
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = (parts as Record<string, unknown> | undefined)?.[name];
    if (parts && typeof parts === 'object') delete (parts as Record<string, unknown>)[name];
    return encodeURIComponent(plain(value).toWellFormed().slice(0, 2_000)) || 'none';
  });
  const url = new URL(`http://localhost/api/v1${address}`);
  if (method !== 'GET') {
    const sent = new Headers({ ...Object.fromEntries(headers), 'content-type': 'application/json' });
    sent.set('sec-fetch-site', 'same-origin');
    return new Request(url, { method, headers: sent, body: JSON.stringify(parts) ?? '' });
  }
  for (const [name, value] of Object.entries(parts ?? {})) url.searchParams.append(name, plain(value).slice(0, 8_000));
  return new Request(url, { headers });
}

const plain = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));
