'use client';

import { useTranslations } from 'next-intl';
import type { ApiKey } from '@/contract/api-keys';

const shown = 3;

/** What a key may, the first few in words; and that it lost some with its maker's role. */
export function MayList({ apiKey: { permissions, lostPermissions, createdBy } }: { apiKey: ApiKey }) {
  const t = useTranslations('keys');
  const held = permissions.filter((permission) => !lostPermissions.includes(permission));
  const words = held.map((permission) => t(`permission.${permission}`));
  const more = words.slice(shown);
  return (
    <span className="grid gap-0.5">
      <span>{words.slice(0, shown).join(t('separator'))}</span>
      {more.length > 0 && (
        <details>
          <summary className="rounded text-mute hover:text-ink">{t('moreMay', { count: more.length })}</summary>
          {more.join(t('separator'))}
        </details>
      )}
      {lostPermissions.length > 0 && (
        <span className="text-degraded">{t('lost', { count: lostPermissions.length, name: createdBy.name })}</span>
      )}
    </span>
  );
}
