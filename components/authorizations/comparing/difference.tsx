'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { Comparison } from '@/contract/authorizations';
import { scopeName } from '@/contract/scope-tree';
import { DifferenceList } from './difference-list';

type Named = { advertiserId: string; name: string | null; newToTeam?: boolean };

/** Gained, kept and lost: advertisers by name, permissions by name. */
export function Difference({ comparison: { advertisers, scopes } }: { comparison: Comparison }) {
  const t = useTranslations('authorizations.comparing');
  const locale = useLocale();
  const advertiser = ({ advertiserId, name, ...rest }: Named) => ({
    id: advertiserId,
    name: name ?? advertiserId,
    ...rest,
  });
  const scope = (id: string) => ({ id, name: scopeName(id, locale) ?? t('unknownScope', { id }) });
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <DifferenceList
        title={t('advertisers')}
        kept={advertisers.kept}
        gained={{
          rows: advertisers.gained.map(advertiser),
          count: advertisers.gainedCount,
          newCount: advertisers.newCount,
        }}
        lost={{ rows: advertisers.lost.map(advertiser), count: advertisers.lostCount }}
      />
      <DifferenceList
        title={t('scopes')}
        kept={scopes.kept.length}
        gained={{ rows: scopes.gained.map(scope), count: scopes.gained.length }}
        lost={{ rows: scopes.lost.map(scope), count: scopes.lost.length }}
      />
    </div>
  );
}
