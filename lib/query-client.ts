import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiError } from './api-error';
import { signInPath } from './next-path';
import { paths } from './paths';

const triesAgain = 2;
const inBrowser = typeof window !== 'undefined';
/** Grantboard may run on this machine or in this house: that the browser knows no internet does not say that it is away. */
const reach = { networkMode: 'always' } as const;

/** A refusal is final; only what did not reach us, or found us busy, is asked again. A page being rendered waits for nothing. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: leaveWhenSignedOut }),
    mutationCache: new MutationCache({ onError: leaveWhenSignedOut }),
    defaultOptions: {
      queries: {
        ...reach,
        refetchOnReconnect: true,
        // What the server rendered counts as fresh, so that the first load of a page sends no request.
        staleTime: 30_000,
        retry: (failures, error) => inBrowser && mayAskAgain(failures, error),
      },
      mutations: { ...reach, retry: false },
    },
  });
}

/** The error code of our API, or null for anything else (no network, say). */
function errorCode(error: unknown): string | null {
  return error instanceof ApiError ? error.code : null;
}

/** A session that is renewed takes a new cookie: what was asked with the one before is asked once more. */
const mayAskAgain = (failures: number, error: Error): boolean =>
  errorCode(error) === 'unauthenticated' ? failures === 0 : failures < triesAgain && mayPass(error);

const mayPass = (error: Error): boolean => [null, 'unavailable', 'rate_limited'].includes(errorCode(error));

function leaveWhenSignedOut(error: unknown): void {
  if (!inBrowser) return;
  const { pathname, search } = window.location;
  if (errorCode(error) === 'unauthenticated') window.location.assign(signInPath(pathname + search));
  if (errorCode(error) === 'second_factor_needed') window.location.assign(paths.account(pathname.split('/')[1]));
}
