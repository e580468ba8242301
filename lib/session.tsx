'use client';

import { createContext, use, type ReactNode } from 'react';
import type { InferContractRouterOutputs } from '@orpc/contract';
import type { contract } from '@/contract';
import type { Permission } from '@/contract/permissions';

export type Session = InferContractRouterOutputs<typeof contract>['session']['get'];

const SessionContext = createContext<Session | null>(null);

export function SessionProvider({ session, children }: { session: Session; children: ReactNode }) {
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** Who is signed in, in which team. `may` decides what is offered; the server decides what is done. */
export function useSession(): Session & { may: (permission: Permission) => boolean } {
  const session = use(SessionContext);
  if (!session) throw new Error('useSession needs a SessionProvider above it.');
  return { ...session, may: (permission) => session.permissions.includes(permission) };
}
