'use client';

import { useTranslations } from 'next-intl';
import { Checkbox } from '@/components/ui/checkbox';
import type { Comparison } from '@/contract/authorizations';

type LossesProps = { comparison: Comparison; checked: boolean; onChange: (checked: boolean) => void };

/** What would be gone, counted, and the tick without which nothing is replaced. */
export function Losses({ comparison: { advertisers, scopes }, checked, onChange }: LossesProps) {
  const t = useTranslations('authorizations.comparing');
  const [first = '', second] = [
    ...(advertisers.lostCount > 0 ? [t('lostAdvertisers', { count: advertisers.lostCount })] : []),
    ...(scopes.lost.length > 0 ? [t('lostScopes', { count: scopes.lost.length })] : []),
  ];
  const what = second ? t('both', { first, second }) : first;
  return (
    <Checkbox
      label={t('confirm', { what })}
      checked={checked}
      onChange={(event) => onChange(event.target.checked)}
      className="rounded-lg border p-3"
    />
  );
}
