'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import { useRouter } from 'next/navigation';
import { Failure } from '@/components/coverage/failure';
import { UploadForm } from '@/components/coverage/upload-form';
import { Button } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { RelativeTime } from '@/components/ui/time';
import { useApi } from '@/lib/api';
import { coverageLists } from '@/lib/coverage-queries';
import { formatNumber } from '@/lib/format';
import { paths } from '@/lib/paths';
import { useSession } from '@/lib/session';

/** The team's lists of expected advertisers, and the way to another. */
export function CoverageHome() {
  const t = useTranslations('coverage');
  const { may } = useSession();
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        {may('coverage.write') && <NewList />}
        <Lists />
      </div>
    </>
  );
}

function NewList() {
  const t = useTranslations('coverage');
  const api = useApi();
  const router = useRouter();
  const client = useQueryClient();
  const { team } = useSession();
  const { mutate, isPending, isSuccess, error } = useMutation(
    api.coverage.create.mutationOptions({
      onSuccess: async ({ id }) => {
        await client.invalidateQueries({ queryKey: api.coverage.key() });
        router.push(paths.coverageList(team.slug, id));
      },
    }),
  );
  return (
    <Panel title={t('upload.title')}>
      <UploadForm
        submit={t('upload.submit')}
        pending={isPending || isSuccess}
        error={error}
        onUpload={(upload) => mutate(upload)}
      />
    </Panel>
  );
}

function Lists() {
  const t = useTranslations('coverage');
  const locale = useLocale();
  const { team } = useSession();
  const { data, error, refetch } = useQuery(coverageLists(useApi()));
  return (
    <Panel title={t('lists')} count={data && formatNumber(data.total, locale)}>
      <Failure error={error} actions={<Button onClick={() => void refetch()}>{t('retry')}</Button>} />
      {data?.total === 0 && <p className="text-mute">{t('none')}</p>}
      <ul aria-label={t('lists')} className="-my-1 divide-y">
        {data?.rows.map(({ id, name, entryCount, updatedAt }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
            <Link
              href={paths.coverageList(team.slug, id)}
              className="min-w-0 flex-1 basis-40 rounded font-semibold break-words hover:underline"
            >
              {name}
            </Link>
            <span className="text-mute tabular-nums">{t('entries', { count: entryCount })}</span>
            <RelativeTime at={updatedAt} className="text-mute" />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
