'use client';

import { useTranslations } from 'next-intl';
import { LastUse } from '@/components/keys/last-use';
import { LimitList } from '@/components/keys/limit-list';
import { MayList } from '@/components/keys/may-list';
import { StateBadge } from '@/components/keys/state-badge';
import { Button } from '@/components/ui/button';
import { Cell, TableRow } from '@/components/ui/table';
import { DateTime } from '@/components/ui/time';
import type { ApiKey } from '@/contract/api-keys';
import { useSession } from '@/lib/session';

/** What has no room for a column of its own stands under the name. */
export function KeyRow({ apiKey, onRevoke }: { apiKey: ApiKey; onRevoke: () => void }) {
  const t = useTranslations('keys');
  const writes = useSession().may('keys.write');
  const { name, prefix, state, createdBy, createdAt, expiresAt } = apiKey;
  return (
    <TableRow className="align-top">
      <Cell className="w-full max-w-0 min-w-44 py-2.5">
        <span className="grid min-w-0 gap-1">
          <span className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
            <span dir="auto" className="min-w-0 font-medium break-words">
              {name}
            </span>
            <StateBadge state={state} />
          </span>
          <code translate="no" className="font-mono text-xs break-all text-mute">
            {prefix}…
          </code>
          <span className="text-mute">
            {t('by', { name: createdBy.name })} <DateTime at={createdAt} dateOnly />
          </span>
          <span className="lg:hidden">
            <MayList apiKey={apiKey} />
          </span>
          <span className="xl:hidden">
            <LimitList limits={apiKey.limits} />
          </span>
          <span className="text-mute sm:hidden">
            {t('column.expires')}: <DateTime at={expiresAt} dateOnly />
          </span>
          <span className="text-mute md:hidden">
            {t('column.lastUsed')}: <LastUse apiKey={apiKey} />
          </span>
        </span>
      </Cell>
      <Cell className="max-w-72 min-w-56 py-2.5 max-lg:hidden">
        <MayList apiKey={apiKey} />
      </Cell>
      <Cell className="max-w-60 min-w-40 py-2.5 max-xl:hidden">
        <LimitList limits={apiKey.limits} />
      </Cell>
      <Cell className="py-2.5 whitespace-nowrap max-sm:hidden">
        <DateTime at={expiresAt} dateOnly />
      </Cell>
      <Cell className="min-w-36 py-2.5 max-md:hidden">
        <LastUse apiKey={apiKey} />
      </Cell>
      <Cell className="py-2 text-end">
        {writes && state === 'active' && (
          <Button size="sm" aria-label={t('revoke.label', { name })} onClick={onRevoke}>
            {t('revoke.button')}
          </Button>
        )}
      </Cell>
    </TableRow>
  );
}
