import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { serverApi } from '@/app/server-api';
import { tableLook } from '@/app/table-look';
import { AuditList } from '@/components/audit/list/audit-list';
import { ClientMessages } from '@/components/layout/client-messages';
import { Page } from '@/components/layout/page';
import { place, readAddress } from '@/lib/address';
import { auditList, memberChoices, oneEvent } from '@/lib/audit-queries';
import { auditSearch, openEvent } from '@/lib/audit-search';
import { warmList } from '@/lib/list-pages';
import { may } from '@/server/auth/actor';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('audit'))('title') };
}

export default async function AuditPage({ params, searchParams }: PageProps<'/[team]/audit'>) {
  const [{ team }, { event, at, ...search }, t] = await Promise.all([
    params,
    searchParams.then((asked) => readAddress({ ...auditSearch, ...openEvent, ...place }, asked)),
    getTranslations('audit'),
  ]);
  const { api, queryClient, actor } = await serverApi(team);
  if (!may(actor, 'audit.read')) notFound();
  const [look] = await Promise.all([
    tableLook('audit'),
    // What cannot be found is no reason to show no page: the browser asks again, and tells what it hears.
    warmList(queryClient, auditList(api, search), at).catch(() => null),
    event && queryClient.query(oneEvent(api, event)).catch(() => null),
    search.actorId && queryClient.query(memberChoices(api)),
  ]);
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <ClientMessages areas={['audit']}>
        <Page fill trail={[{ label: t('title') }]}>
          <AuditList look={look} />
        </Page>
      </ClientMessages>
    </HydrationBoundary>
  );
}
