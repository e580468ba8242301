'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Failure } from '@/components/keys/failure';
import { KeyRow } from '@/components/keys/key-row';
import { RevokeDialog } from '@/components/keys/revoke-dialog';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';
import { MoreButton } from '@/components/ui/more-button';
import { Skeleton } from '@/components/ui/skeleton';
import { HeaderCell, Table, TableBody, TableHead } from '@/components/ui/table';
import type { ApiKey } from '@/contract/api-keys';
import { useApi } from '@/lib/api';
import { teamKeys } from '@/lib/key-queries';

/** The newest first. `make` leads on where there is none. */
export function KeyList({ make }: { make: ReactNode }) {
  const t = useTranslations('keys');
  const found = useInfiniteQuery(teamKeys(useApi()));
  const [revoking, setRevoking] = useState<ApiKey | null>(null);
  const keys = found.data?.pages.flatMap(({ rows }) => rows);
  if (keys?.length === 0) {
    return <EmptyState icon={<Icon name="key-square" />} title={t('none')} text={t('noneText')} actions={make} />;
  }
  return (
    <div className="grid gap-3">
      <Failure
        error={found.error}
        title={t('failure.load')}
        actions={<Button onClick={() => void found.refetch()}>{t('failure.retry')}</Button>}
      />
      {!keys && !found.error && <Skeleton className="h-60 rounded-xl" />}
      {keys && (
        <Table label={t('title')}>
          <TableHead>
            <HeaderCell>{t('column.key')}</HeaderCell>
            <HeaderCell className="max-lg:hidden">{t('column.may')}</HeaderCell>
            <HeaderCell className="max-xl:hidden">{t('column.limits')}</HeaderCell>
            <HeaderCell className="max-sm:hidden">{t('column.expires')}</HeaderCell>
            <HeaderCell className="max-md:hidden">{t('column.lastUsed')}</HeaderCell>
            <HeaderCell>
              <span className="sr-only">{t('column.actions')}</span>
            </HeaderCell>
          </TableHead>
          <TableBody>
            {keys.map((key) => (
              <KeyRow key={key.id} apiKey={key} onRevoke={() => setRevoking(key)} />
            ))}
          </TableBody>
        </Table>
      )}
      <MoreButton found={found}>{t('more')}</MoreButton>
      {revoking && <RevokeDialog apiKey={revoking} onClose={() => setRevoking(null)} />}
    </div>
  );
}
