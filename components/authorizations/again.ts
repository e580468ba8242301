import type { Authorization } from '@/contract/authorizations';

const minute = 60_000;

type Ended = Pick<
  Authorization,
  'app' | 'redirectUrl' | 'connectionId' | 'reauthorizes' | 'status' | 'createdAt' | 'expiresAt'
>;

/** The same once more: app, redirect URL and connection. Where no ad account was ticked, its connection is renewed. */
export function again({ app, redirectUrl, connectionId, reauthorizes, status }: Ended) {
  const renews = connectionId !== null && (reauthorizes || status === 'no_advertisers');
  return { appId: app.id, redirectUrl, ...(renews && { connectionId }) };
}

/** How long its Authorized URL was good for, within what the API allows. */
export function validMinutes({ createdAt, expiresAt }: Pick<Ended, 'createdAt' | 'expiresAt'>): number {
  const minutes = Math.round((new Date(expiresAt).getTime() - new Date(createdAt).getTime()) / minute);
  return Math.min(129_600, Math.max(15, minutes));
}
