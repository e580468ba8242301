import { dehydrate, HydrationBoundary, type QueryClient } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { serverApi } from '@/app/server-api';
import { tableLook } from '@/app/table-look';
import { ConnectionList } from '@/components/connections/list/connection-list';
import { ListWordsProvider } from '@/components/connections/list/list-words';
import { scopeAreas } from '@/components/connections/list/scope-areas';
import { ClientMessages } from '@/components/layout/client-messages';
import { Page } from '@/components/layout/page';
import { tikTokKeys, tikTokMeaning } from '@/contract/tiktok-codes';
import { place, readAddress } from '@/lib/address';
import type { Api } from '@/lib/api-utils';
import { appChoices, connectionList, connectionStates, memberChoices, tagChoices } from '@/lib/connection-list-queries';
import { type ConnectionSearch, connectionSearch, isNarrowed } from '@/lib/connection-search';
import { checkPace } from '@/lib/health-queries';
import { warmList } from '@/lib/list-pages';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('connections'))('title') };
}

export default async function ConnectionsPage({ params, searchParams }: PageProps<'/[team]/connections'>) {
  const [{ team }, { at, ...search }, t, look, words] = await Promise.all([
    params,
    searchParams.then((asked) => readAddress({ ...connectionSearch, ...place }, asked)),
    getTranslations('connections'),
    tableLook('connections'),
    listWords(),
  ]);
  const { api, queryClient } = await serverApi(team);
  await Promise.all([
    warmList(queryClient, connectionList(api, search), at).then(() => warmEmpty(queryClient, api, search)),
    queryClient.query(connectionStates(api, search)),
    queryClient.query(checkPace(api)),
    // A chip tells by name what it holds.
    search.appId.length === 1 && queryClient.query(appChoices(api)),
    search.ownerId.length === 1 && queryClient.query(memberChoices(api)),
    search.tag.length === 1 && queryClient.query(tagChoices(api)),
  ]);
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <ClientMessages areas={['connections']}>
        <Page trail={[{ label: t('title') }]} fill>
          <ListWordsProvider words={words}>
            <ConnectionList look={look} />
          </ListWordsProvider>
        </Page>
      </ClientMessages>
    </HydrationBoundary>
  );
}

/** Where there is nothing yet, what to do first depends on whether there is an app. */
async function warmEmpty(queryClient: QueryClient, api: Api, search: ConnectionSearch): Promise<void> {
  const { queryKey } = connectionList(api, search)({ limit: 100 });
  const first = queryClient.getQueryData<{ total: number }>(queryKey);
  if (first?.total === 0 && !isNarrowed(search)) await queryClient.query(appChoices(api));
}

async function listWords() {
  const [locale, t] = [await getLocale(), await getTranslations('tiktok')];
  const problems = tikTokKeys.filter((key) => tikTokMeaning(key).state !== 'unchanged');
  return { areas: scopeAreas(locale), problems: problems.map((key) => ({ key, headline: t(`${key}.headline`) })) };
}
