'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { coverageLooks } from '@/components/coverage/coverage-looks';
import { Failure } from '@/components/coverage/failure';
import { ListMenu } from '@/components/coverage/list-menu';
import { useRows } from '@/components/coverage/use-rows';
import { Button } from '@/components/ui/button';
import { buttonStyle } from '@/components/ui/button-style';
import { CountTiles } from '@/components/ui/count-tiles';
import { DisplayMenu } from '@/components/ui/data-table/display-menu';
import { ListTable } from '@/components/ui/data-table/list-table';
import { useList } from '@/components/ui/data-table/use-list';
import { useLook } from '@/components/ui/data-table/use-look';
import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';
import { PageHeader } from '@/components/ui/page-header';
import { SearchInput } from '@/components/ui/search-input';
import { RelativeTime } from '@/components/ui/time';
import { coverages } from '@/contract/advertiser-words';
import { useApi } from '@/lib/api';
import { coverageFile, coverageReport, coverageRows, coverageSearch } from '@/lib/coverage-queries';
import { paths } from '@/lib/paths';
import { useSession } from '@/lib/session';
import type { TableLook } from '@/lib/table-look';
import { useAddress } from '@/lib/use-address';

/** One list of expected advertisers: how many are covered, and which. */
export function CoverageView({ id, look: initial }: { id: string; look: TableLook }) {
  const t = useTranslations('coverage');
  const api = useApi();
  const { team } = useSession();
  const [search, ask] = useAddress(coverageSearch, 'push');
  const { data: report, error, refetch } = useQuery(coverageReport(api, id));
  const list = useList(coverageRows(api, id, search));
  const look = useLook('coverage', initial);
  const columns = useRows();
  const onSort = (sort: string) => ask({ sort: coverageSearch.sort.read(sort) });
  const failure = <Failure error={error} actions={<Button onClick={() => void refetch()}>{t('retry')}</Button>} />;
  if (!report) return failure;
  return (
    <>
      <PageHeader
        title={report.name}
        lead={t.rich('view.lead', { count: report.entryCount, date: () => <RelativeTime at={report.updatedAt} /> })}
        actions={<ListMenu report={report} />}
      />
      {failure}
      <CountTiles
        label={t('view.kinds')}
        kinds={coverages}
        looks={coverageLooks}
        wordOf={(kind) => t(`kind.${kind}`)}
        counts={report.counts}
        chosen={search.coverage}
        onChoose={(coverage) => ask({ coverage })}
      />
      <div className="flex flex-wrap items-center gap-2">
        <SearchInput
          className="w-full sm:w-80"
          label={t('view.search')}
          value={search.q}
          onSearch={(q) => ask({ q }, 'replace')}
        />
        <div className="ms-auto flex items-center gap-2">
          <a className={buttonStyle({ size: 'sm' })} href={coverageFile(team.slug, id, search)} download>
            <Icon name="download" />
            {t('view.export')}
          </a>
          <DisplayMenu columns={columns} look={look} sort={search.sort} onSort={onSort} />
        </div>
      </div>
      <ListTable
        label={report.name}
        list={list}
        columns={columns}
        look={look.look}
        rowId={({ advertiserId }) => advertiserId}
        href={({ advertiserId }) => paths.advertiser(team.slug, advertiserId)}
        sort={search.sort}
        onSort={onSort}
        failure={(error, retry) => <Failure error={error} actions={<Button onClick={retry}>{t('retry')}</Button>} />}
        none={
          <EmptyState
            icon={<Icon name="search-x" />}
            title={t('view.noMatch')}
            actions={<Button onClick={() => ask({ q: null, coverage: null })}>{t('view.clear')}</Button>}
          />
        }
      />
    </>
  );
}
