'use client';

import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Segmented } from '@/components/ui/segmented';
import { paths } from '@/lib/paths';
import { useSession } from '@/lib/session';
import { useAddress } from '@/lib/use-address';
import { Deciding } from './deciding';
import { filters, statusFilter } from './filters';
import { Rows } from './rows';

/** What waits for a decision, then everything, newest first. */
export function AuthorizationList() {
  const t = useTranslations('authorizations');
  const { team, may } = useSession();
  const [{ status }, say] = useAddress(statusFilter);
  const connect = (
    <LinkButton href={paths.connect(team.slug)} variant="primary" icon={<Icon name="plus" />}>
      {t('connect')}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} actions={may('authorizations.create') && connect} />
      {status !== 'deciding' && <Deciding />}
      <div className="-mx-3 overflow-x-auto px-3 md:mx-0 md:px-0">
        <Segmented
          label={t('list.filter')}
          value={status}
          options={filters.map((value) => ({ value, label: t(`list.filters.${value}`) }))}
          onChange={(value) => say({ status: value })}
          className="whitespace-nowrap"
        />
      </div>
      <Rows filter={status} onShowAll={() => say({ status: null })} />
    </>
  );
}
