'use client';

import { AppConnections } from '@/components/apps/app-connections';
import { StateBadge } from '@/components/connections/state-badge';

/** The connections of an app, with the badge that connections wear everywhere. */
export function Connections({ appId }: { appId: string }) {
  return <AppConnections appId={appId} stateOf={({ state }) => <StateBadge state={state} />} />;
}
