'use client';

import type { Connection } from '@/contract/connections';
import { Problem } from '@/components/connections/view/problem';
import { Stopped } from '@/components/connections/view/stopped';
import type { Acts } from '@/components/connections/view/use-acts';

/** The one thing that keeps it from being used, if there is one. */
export function Standing({ connection, acts }: { connection: Connection; acts: Acts }) {
  const { state } = connection;
  if (state === 'healthy') return null;
  if (state === 'paused' || state === 'revoked') return <Stopped connection={connection} state={state} acts={acts} />;
  return <Problem connection={connection} state={state} acts={acts} />;
}
