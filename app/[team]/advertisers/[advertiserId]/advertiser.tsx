'use client';

import { AdvertiserView } from '@/components/advertisers/advertiser-view';
import { AdvertiserStatus } from '@/components/connections/advertisers/advertiser-status';
import { ScopeSummary } from '@/components/connections/list/scope-summary';
import { StateBadge } from '@/components/connections/state-badge';

/** One advertiser, with the badges that connections and ad accounts wear everywhere. */
export function Advertiser({ advertiserId }: { advertiserId: string }) {
  return (
    <AdvertiserView
      advertiserId={advertiserId}
      statusOf={(status) => <AdvertiserStatus status={status} />}
      stateOf={({ state }) => <StateBadge state={state} />}
      scopesOf={({ scopes }) => <ScopeSummary scopes={scopes} />}
    />
  );
}
