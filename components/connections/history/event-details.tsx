import type { EventFacts } from '@/components/connections/history/read-event';
import { AdvertiserChanges } from '@/components/connections/history/advertiser-changes';
import { ScopeChanges } from '@/components/connections/history/scope-changes';
import { TikTokSaid } from '@/components/connections/view/tiktok-said';

/** What differs, and what TikTok said, in full. */
export function EventDetails({ facts: { difference, said }, at }: { facts: EventFacts; at: string }) {
  return (
    <div className="mt-2 grid gap-3">
      {difference && (
        <>
          <AdvertiserChanges
            change="gained"
            list={difference.advertisers.gained}
            count={difference.advertisers.gainedCount}
          />
          <AdvertiserChanges
            change="lost"
            list={difference.advertisers.lost}
            count={difference.advertisers.lostCount}
          />
          <ScopeChanges change="gained" ids={difference.scopes.gained} />
          <ScopeChanges change="lost" ids={difference.scopes.lost} />
        </>
      )}
      {said && <TikTokSaid failure={said} appId={null} at={at} />}
    </div>
  );
}
