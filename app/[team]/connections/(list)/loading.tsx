import { useTranslations } from 'next-intl';
import { ListSkeleton } from '@/components/connections/list/list-skeleton';
import { Page } from '@/components/layout/page';

export default function ConnectionsLoading() {
  const t = useTranslations('connections');
  return (
    <Page trail={[{ label: t('title') }]} fill>
      <ListSkeleton />
    </Page>
  );
}
