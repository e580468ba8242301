'use client';

import { useTranslations } from 'next-intl';
import { NewAdvertisers, useNews } from '@/components/connections/advertisers/new-advertisers';
import { NoAdvertisers } from '@/components/connections/advertisers/no-advertisers';
import { useGrantColumns } from '@/components/connections/advertisers/use-grant-columns';
import { FailureCallout } from '@/components/connections/failure';
import { Button } from '@/components/ui/button';
import { DisplayMenu } from '@/components/ui/data-table/display-menu';
import { ListTable } from '@/components/ui/data-table/list-table';
import { useList } from '@/components/ui/data-table/use-list';
import { useLook } from '@/components/ui/data-table/use-look';
import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';
import { SearchInput } from '@/components/ui/search-input';
import type { Connection } from '@/contract/connections';
import { useApi } from '@/lib/api';
import { advertisersOf } from '@/lib/connection-queries';
import { grantSearch } from '@/lib/grant-search';
import { paths } from '@/lib/paths';
import { useSession } from '@/lib/session';
import type { TableLook } from '@/lib/table-look';
import { useAddress } from '@/lib/use-address';

type AdvertisersPanelProps = { connection: Connection; look: TableLook };

/** Every advertiser it reaches, however many they are; searching and sorting are the server's. */
export function AdvertisersPanel({ connection, look: initial }: AdvertisersPanelProps) {
  const t = useTranslations('connections');
  const { team } = useSession();
  const [search, ask] = useAddress(grantSearch, 'push');
  const list = useList(advertisersOf(useApi(), connection.id, search));
  const look = useLook('grants', initial);
  const columns = useGrantColumns(useNews(connection).marked);
  const onSort = (sort: string) => ask({ sort: grantSearch.sort.read(sort) });
  const total = list.first?.total;
  return (
    <div className={frame}>
      <div className="flex flex-wrap items-center gap-2">
        <SearchInput
          className="w-full sm:w-72"
          label={t('advertisers.search')}
          value={search.q}
          onSearch={(q) => ask({ q }, 'replace')}
        />
        <span role="status" className="ms-auto text-mute tabular-nums">
          {total !== undefined && t('advertiserCount', { count: total })}
        </span>
        <DisplayMenu columns={columns} look={look} sort={search.sort} onSort={onSort} />
      </div>
      <NewAdvertisers connection={connection}>
        <Button size="sm" variant="ghost" onClick={() => ask({ newToTeam: !search.newToTeam })}>
          {t(search.newToTeam ? 'advertisers.showEvery' : 'advertisers.showNew')}
        </Button>
      </NewAdvertisers>
      <ListTable
        label={t('advertisers.title')}
        list={list}
        columns={columns}
        look={look.look}
        rowId={({ advertiserId }) => advertiserId}
        href={({ advertiserId }) => paths.advertiser(team.slug, advertiserId)}
        sort={search.sort}
        onSort={onSort}
        failure={(error, retry) => (
          <FailureCallout
            error={error}
            title={t('advertisers.failed')}
            actions={<Button onClick={retry}>{t('retry')}</Button>}
          />
        )}
        none={
          search.q || search.newToTeam ? (
            <EmptyState
              icon={<Icon name="search-x" />}
              title={search.q ? t('advertisers.noMatch', { q: search.q }) : t('advertisers.noneNew')}
              text={search.q && t('advertisers.noMatchText')}
              actions={
                <Button onClick={() => ask({ q: null, newToTeam: null })}>
                  {t(search.q ? 'advertisers.clear' : 'advertisers.showEvery')}
                </Button>
              }
            />
          ) : (
            <NoAdvertisers connection={connection} />
          )
        }
      />
    </div>
  );
}

/** As high as the window leaves room for below the connection's name and tabs; a phone scrolls the page instead. */
const frame = 'flex flex-col gap-3 md:max-h-[max(26rem,calc(100dvh-16rem))]';
