'use client';

import { useLocale, useTranslations } from 'next-intl';
import { AdvertiserFilters } from '@/components/advertisers/advertiser-filters';
import { Failure } from '@/components/advertisers/failure';
import type { StatusWord } from '@/components/advertisers/filter-panel';
import { ReachFilter } from '@/components/advertisers/reach-filter';
import { useAdvertiserSearch } from '@/components/advertisers/use-advertiser-search';
import { type StatusOf, useColumns } from '@/components/advertisers/use-columns';
import { SaveView } from '@/components/layout/save-view/save-view';
import { Button } from '@/components/ui/button';
import { buttonStyle } from '@/components/ui/button-style';
import { DisplayMenu } from '@/components/ui/data-table/display-menu';
import { ListTable } from '@/components/ui/data-table/list-table';
import { useList } from '@/components/ui/data-table/use-list';
import { useLook } from '@/components/ui/data-table/use-look';
import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { advertiserList, advertisersFile } from '@/lib/advertiser-queries';
import { advertiserInput, advertiserSearch, isNarrowed } from '@/lib/advertiser-search';
import { useApi } from '@/lib/api';
import { formatNumber } from '@/lib/format';
import { paths } from '@/lib/paths';
import { useSession } from '@/lib/session';
import type { TableLook } from '@/lib/table-look';

type AdvertiserListProps = {
  look: TableLook;
  /** Draws what TikTok says of an ad account. */
  statusOf: StatusOf;
  statusWord: StatusWord;
};

/** Every advertiser that the team reaches or has reached. */
export function AdvertiserList({ look: initial, statusOf, statusWord }: AdvertiserListProps) {
  const t = useTranslations('advertisers');
  const { team } = useSession();
  const { search, ask, clear } = useAdvertiserSearch();
  const list = useList(advertiserList(useApi(), search));
  const look = useLook('advertisers', initial);
  const columns = useColumns(statusOf);
  const onSort = (sort: string) => ask({ sort: advertiserSearch.sort.read(sort) ?? 'name' });
  const total = list.first?.total;

  if (total === 0 && !isNarrowed(search)) return <Nobody />;
  return (
    <>
      <Header total={total} />
      <ReachFilter />
      <AdvertiserFilters statusWord={statusWord}>
        <a className={buttonStyle({ size: 'sm' })} href={advertisersFile(team.slug, search)} download>
          <Icon name="download" />
          {t('list.export')}
        </a>
        <SaveView noun="advertisers" input={advertiserInput(search)} />
        <DisplayMenu columns={columns} look={look} sort={search.sort} onSort={onSort} />
      </AdvertiserFilters>
      <ListTable
        label={t('title')}
        list={list}
        columns={columns}
        look={look.look}
        rowId={({ advertiserId }) => advertiserId}
        href={({ advertiserId }) => paths.advertiser(team.slug, advertiserId)}
        sort={search.sort}
        onSort={onSort}
        failure={(error, retry) => (
          <Failure error={error} title={t('list.failed')} actions={<Button onClick={retry}>{t('retry')}</Button>} />
        )}
        none={
          <EmptyState
            icon={<Icon name="search-x" />}
            title={t('list.noMatch')}
            text={t('list.noMatchText')}
            actions={<Button onClick={clear}>{t('list.clear')}</Button>}
          />
        }
      />
    </>
  );
}

function Header({ total }: { total?: number }) {
  const t = useTranslations('advertisers');
  const locale = useLocale();
  const { team } = useSession();
  return (
    <PageHeader
      title={t('title')}
      badge={
        <span role="status" className="text-base text-mute tabular-nums">
          {total !== undefined && (
            <>
              <span aria-hidden>{formatNumber(total, locale)}</span>
              <span className="sr-only">{t('total', { count: total })}</span>
            </>
          )}
        </span>
      }
      actions={<LinkButton href={paths.coverage(team.slug)}>{t('list.coverage')}</LinkButton>}
    />
  );
}

function Nobody() {
  const t = useTranslations('advertisers');
  const { team, may } = useSession();
  return (
    <>
      <Header total={0} />
      <EmptyState
        icon={<Icon name="users" />}
        title={t('list.none')}
        text={t('list.noneText')}
        actions={
          may('authorizations.create') && (
            <LinkButton variant="primary" href={paths.connect(team.slug)}>
              {t('connect')}
            </LinkButton>
          )
        }
      />
    </>
  );
}
