'use client';

import { useTranslations } from 'next-intl';
import type { ApiKey } from '@/contract/api-keys';

const shown = 3;

/** What a key is confined to, each kind in a line. */
export function LimitList({ limits }: { limits: ApiKey['limits'] }) {
  const t = useTranslations('keys');
  const named = (list: { id: string; name: string | null }[]) => list.map(({ name }) => name ?? t('limit.gone'));
  const kinds = {
    apps: named(limits.apps),
    tags: named(limits.tags),
    advertisers: limits.advertiserIds,
    addresses: limits.addressRanges,
  };
  const lines = (['apps', 'tags', 'advertisers', 'addresses'] as const).filter((kind) => kinds[kind].length > 0);
  if (lines.length === 0) return <span className="text-mute">{t('limit.none')}</span>;
  return (
    <ul className="grid gap-0.5">
      {lines.map((kind) => (
        <li key={kind} className="break-words">
          <span className="text-mute">{t(`limit.${kind}`)}</span> {kinds[kind].slice(0, shown).join(t('separator'))}
          {kinds[kind].length > shown && ` ${t('limit.more', { count: kinds[kind].length - shown })}`}
        </li>
      ))}
    </ul>
  );
}
