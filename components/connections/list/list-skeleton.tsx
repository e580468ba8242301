import { useTranslations } from 'next-intl';
import { TableSkeleton } from '@/components/connections/list/table-skeleton';
import { PageHeader } from '@/components/ui/page-header';
import { Skeleton } from '@/components/ui/skeleton';

const tiles = Array.from({ length: 7 }, (_, index) => index);

/** The whole list before anything is known of it. */
export function ListSkeleton() {
  const t = useTranslations('connections');
  return (
    <>
      <PageHeader title={t('title')} actions={<Skeleton className="h-8 w-40 rounded-lg" />} />
      <div className="flex gap-2 overflow-hidden">
        {tiles.map((tile) => (
          <Skeleton key={tile} className="h-16 w-36 shrink-0 grow rounded-xl" />
        ))}
      </div>
      <Skeleton className="h-8 w-full max-w-160 rounded-lg" />
      <TableSkeleton />
    </>
  );
}
