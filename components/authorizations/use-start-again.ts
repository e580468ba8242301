'use client';

import type { Authorization } from '@/contract/authorizations';
import { useStartAuthorization } from '@/lib/use-start-authorization';
import { again, validMinutes } from './again';
import { useMakeUrl } from './use-make-url';

/** The same app, redirect URL and connection once more: in this browser, or as a URL to send, as it was before. */
export function useStartAgain(authorization: Authorization) {
  const [now, url] = [useStartAuthorization(), useMakeUrl()];
  const once = again(authorization);
  return {
    startAgain: () =>
      authorization.bound ? now.start(once) : url.make({ ...once, expiresInMinutes: validMinutes(authorization) }),
    pending: now.pending || url.pending,
    error: now.error ?? url.error,
  };
}
