import 'server-only';
import { createRouterClient, ORPCError } from '@orpc/server';
import type { QueryClient } from '@tanstack/react-query';
import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { apiOver, type Api } from '@/lib/api-utils';
import { signInPath } from '@/lib/next-path';
import { paths } from '@/lib/paths';
import { createQueryClient } from '@/lib/query-client';
import { router } from '@/server/api';
import type { Person } from '@/server/auth/actor';
import { findActor } from '@/server/auth/find-actor';
import { readSession } from '@/server/auth/session';
import { AppError } from '@/server/errors';

/**
 * The API as a page calls it: the same operations, query keys and rules as the browser's, without the network. Fill
 * `queryClient` and hand it to a HydrationBoundary, and the browser asks for nothing on first load.
 */
export const serverApi = cache(async (team: string): Promise<{ api: Api; queryClient: QueryClient; actor: Person }> => {
  const requestHeaders = await headers();
  const actor = await admit(team, requestHeaders);
  const client = createRouterClient(router, { context: { headers: requestHeaders, actor } });
  return { api: apiOver(client), queryClient: createQueryClient(), actor };
});

/**
 * Signed out: to the sign-in page, and back here after it. Not a member: there is no such page. An owner who still has
 * to set up a second factor: to where that is done.
 */
async function admit(team: string, requestHeaders: Headers): Promise<Person> {
  try {
    return await findActor(requestHeaders, team);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === 'unauthenticated') redirect(signInPath(addressOf(requestHeaders) ?? `/${team}`));
    if (error.code === 'not_found') notFound();
    if (error.code === 'second_factor_needed') redirect(paths.account(team));
    throw error;
  }
}

/** The same for what is a person's own, in no team. */
export async function accountApi(): Promise<{ api: Api; queryClient: QueryClient }> {
  const requestHeaders = await headers();
  if (!(await readSession(requestHeaders))) redirect(signInPath(addressOf(requestHeaders) ?? paths.account()));
  const client = createRouterClient(router, { context: { headers: requestHeaders } });
  return { api: apiOver(client), queryClient: createQueryClient() };
}

/** The page that was asked for; without what the browser's router adds when it navigates by itself. */
const addressOf = (requestHeaders: Headers) => requestHeaders.get('x-path')?.replace(/[?&]_rsc=[^&]*/, '');

/** What a page asks for by an id of its address: a missing row is a missing page, and so is what cannot be an id. */
export async function orNotFound<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound();
    if (error instanceof ORPCError && error.code === 'BAD_REQUEST') notFound();
    throw error;
  }
}
