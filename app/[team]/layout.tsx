import { dehydrate, hashKey, HydrationBoundary } from '@tanstack/react-query';
import { OutageBanner } from '@/components/health/outage-banner';
import { Shell } from '@/components/layout/shell';
import { SpaceBanner } from '@/components/layout/space-banner';
import { ViewLinks } from '@/components/views/view-links';
import { ApiProvider } from '@/lib/api';
import { currentOutages } from '@/lib/health-queries';
import { SessionProvider } from '@/lib/session';
import { savedViews } from '@/lib/view-queries';
import { countAdvertisers } from '@/server/advertisers/list-advertisers';
import { may } from '@/server/auth/actor';
import { describeSession } from '@/server/auth/describe-session';
import { space } from '@/server/free-space';
import { listTeams } from '@/server/members/list-teams';
import { serverApi } from '@/app/server-api';

export default async function TeamLayout({ params, children }: LayoutProps<'/[team]'>) {
  const { team: slug } = await params;
  const { actor, api, queryClient } = await serverApi(slug);
  const session = describeSession(actor);
  const { team, person, role } = session;
  await Promise.all([queryClient.query(currentOutages(api)), queryClient.query(savedViews(api))]);
  // The page hands its own queries over by itself.
  const mine = [currentOutages(api), savedViews(api)].map(({ queryKey }) => hashKey(queryKey));
  const state = dehydrate(queryClient, { shouldDehydrateQuery: ({ queryHash }) => mine.includes(queryHash) });
  const [teams, advertisers] = await Promise.all([listTeams(actor.id), countAdvertisers(actor, {})]);
  const views = (
    <HydrationBoundary state={state}>
      <ViewLinks />
    </HydrationBoundary>
  );
  return (
    <SessionProvider session={session}>
      <ApiProvider key={team.slug} team={team.slug}>
        <Shell
          team={team}
          teams={teams}
          person={{ ...person, role }}
          counts={{ advertisers }}
          views={views}
          audits={may(actor, 'audit.read')}
          readsKeys={may(actor, 'keys.read')}
          creates={may(actor, 'teams.create')}
        >
          <HydrationBoundary state={state}>
            <OutageBanner />
          </HydrationBoundary>
          <SpaceBanner space={await space()} />
          {children}
        </Shell>
      </ApiProvider>
    </SessionProvider>
  );
}
