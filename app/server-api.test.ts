import { createRouterClient } from '@orpc/server';
import { dehydrate, hydrate, QueryObserver, hashKey, type QueryKey } from '@tanstack/react-query';
import { beforeEach, expect, it, vi } from 'vitest';
import { createApiClient } from '@/lib/api';
import { apiOver } from '@/lib/api-utils';
import { createQueryClient } from '@/lib/query-client';
import { router } from '@/server/api';
import { createAppRow, createPerson, createTeam, headersOf } from '@/test/factories';
import { serverApi } from './server-api';

const request = { headers: new Headers() };
vi.mock('next/headers', () => ({ headers: async () => request.headers }));

const browser = () => apiOver(createApiClient('acme'));
const inputs = [undefined, {}, { state: 'healthy', sort: '-name', limit: 50 }, { id: 'x', q: '', cursor: undefined }];

beforeEach(() => void (request.headers = new Headers()));

it('asks under the keys under which the browser asks, at every operation', () => {
  const page = apiOver(createRouterClient(router, { context: request }));
  type Utils = Record<
    string,
    { key: () => QueryKey; queryKey: (given: object) => QueryKey; infiniteKey: (given: object) => QueryKey }
  >;
  let compared = 0;
  for (const [noun, operations] of Object.entries(router)) {
    for (const name of Object.keys(operations)) {
      const [ours, theirs] = [page, browser()].map((api) => (api as unknown as Record<string, Utils>)[noun]![name]!);
      for (const input of inputs) {
        const infinite = { input: (cursor?: string) => ({ ...input, cursor }), initialPageParam: undefined };
        expect(hashKey(ours!.queryKey({ input }))).toBe(hashKey(theirs!.queryKey({ input })));
        expect(hashKey(ours!.infiniteKey(infinite))).toBe(hashKey(theirs!.infiniteKey(infinite)));
        compared += 1;
      }
    }
  }
  expect(compared).toBeGreaterThan(100);
});

it('hands over what a page has asked, so that the browser does not ask again', async () => {
  const team = await createTeam();
  const person = await createPerson(team);
  const { id } = await createAppRow(team);
  request.headers = await headersOf(person);
  const { api, queryClient, actor } = await serverApi(team.slug);
  expect(actor).toMatchObject({ id: person.id, teamId: team.id });
  await queryClient.query(api.apps.list.queryOptions({ input: {} }));

  const inBrowser = createQueryClient();
  hydrate(inBrowser, JSON.parse(JSON.stringify(dehydrate(queryClient))));
  const fetched = vi.spyOn(globalThis, 'fetch');
  const observer = new QueryObserver(inBrowser, browser().apps.list.queryOptions({ input: {} }));
  const stop = observer.subscribe(() => undefined);
  expect(observer.getCurrentResult()).toMatchObject({ status: 'success', fetchStatus: 'idle' });
  expect(observer.getCurrentResult().data).toMatchObject({ rows: [{ id }], total: 1 });
  expect(fetched).not.toHaveBeenCalled();
  stop();
});

it('sends who is signed out to sign in, and back', async () => {
  const { slug } = await createTeam();
  const destination = `/sign-in?next=${encodeURIComponent(`/${slug}`)}`;
  await expect(serverApi(slug)).rejects.toMatchObject({ digest: expect.stringContaining(`;${destination};`) });
  request.headers = new Headers({ 'x-path': `/${slug}/connections?state=healthy&_rsc=1a2b3` });
  const deeper = `/sign-in?next=${encodeURIComponent(`/${slug}/connections?state=healthy`)}`;
  await expect(serverApi(slug)).rejects.toMatchObject({ digest: expect.stringContaining(`;${deeper};`) });
});

it('has no page of a team for who is not in it', async () => {
  request.headers = await headersOf(await createPerson(await createTeam()));
  const { slug } = await createTeam();
  await expect(serverApi(slug)).rejects.toMatchObject({ digest: expect.stringContaining('404') });
});
