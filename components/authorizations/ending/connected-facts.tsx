'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Fact, Facts } from '@/components/ui/facts';
import type { Connection } from '@/contract/connections';
import { scopeName } from '@/contract/scope-tree';
import { formatNumber } from '@/lib/format';
import { Reached } from './reached';

const mostNamed = 8;

export function ConnectedFacts({ connection }: { connection: Connection }) {
  const t = useTranslations('authorizations.ending.connected');
  const locale = useLocale();
  const { advertiserCount, scopes, tiktokUser, tokenHint, inspected } = connection;
  const named = scopes.slice(0, mostNamed).map((id) => scopeName(id, locale) ?? id);
  const separator = locale === 'ja' ? '、' : ', ';
  return (
    <Facts>
      <Fact name={t('advertisers')}>
        <b className="font-semibold tabular-nums">{formatNumber(advertiserCount, locale)}</b>
        {advertiserCount > 0 && <Reached connection={connection} />}
      </Fact>
      <Fact name={t('scopes')}>
        <b className="font-semibold tabular-nums">{formatNumber(scopes.length, locale)}</b>{' '}
        <span className="text-mute">
          {named.join(separator)}
          {scopes.length > named.length && ` ${t('more', { count: scopes.length - named.length })}`}
        </span>
      </Fact>
      <Fact name={t('user')}>
        {tiktokUser?.name ?? <span className="text-mute">{inspected ? '–' : t('reading')}</span>}
      </Fact>
      {tokenHint && (
        <Fact name={t('token')}>
          <span translate="no" className="font-mono text-xs">
            {tokenHint}
          </span>
        </Fact>
      )}
    </Facts>
  );
}
