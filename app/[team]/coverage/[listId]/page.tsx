import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { orNotFound, serverApi } from '@/app/server-api';
import { tableLook } from '@/app/table-look';
import { CoverageView } from '@/components/coverage/coverage-view';
import { ClientMessages } from '@/components/layout/client-messages';
import { Page } from '@/components/layout/page';
import { id } from '@/contract/shapes';
import { place, readAddress } from '@/lib/address';
import { coverageReport, coverageRows, coverageSearch } from '@/lib/coverage-queries';
import { warmList } from '@/lib/list-pages';
import { paths } from '@/lib/paths';

type Props = PageProps<'/[team]/coverage/[listId]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await findReport(params)).report.name };
}

export default async function CoverageListPage({ params, searchParams }: Props) {
  const [{ report, api, queryClient, team }, { at, ...search }, look, t] = await Promise.all([
    findReport(params),
    searchParams.then((asked) => readAddress({ ...coverageSearch, ...place }, asked)),
    tableLook('coverage'),
    getTranslations('coverage'),
  ]);
  await warmList(queryClient, coverageRows(api, report.id, search), at);
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <ClientMessages areas={['coverage']}>
        <Page trail={[{ label: t('title'), href: paths.coverage(team) }, { label: report.name }]} fill>
          <CoverageView key={report.id} id={report.id} look={look} />
        </Page>
      </ClientMessages>
    </HydrationBoundary>
  );
}

async function findReport(params: Props['params']) {
  const { team, listId } = await params;
  if (!id.safeParse(listId).success) notFound();
  const { api, queryClient } = await serverApi(team);
  return { team, api, queryClient, report: await orNotFound(queryClient.query(coverageReport(api, listId))) };
}
