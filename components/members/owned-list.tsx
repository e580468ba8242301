'use client';

import { useTranslations } from 'next-intl';
import type { Owned } from '@/contract/members';

const order = ['connections', 'views', 'links', 'authorizations', 'apiKeys'] as const satisfies (keyof Owned)[];

/** What is in somebody's care, a line of it for each kind that there is. */
export function OwnedList({ owned, leaveOut = [] }: { owned: Owned; leaveOut?: (keyof Owned)[] }) {
  const t = useTranslations('members');
  const kinds = order.filter((kind) => owned[kind] > 0 && !leaveOut.includes(kind));
  if (kinds.length === 0) return <span className="text-mute">{t('nothing')}</span>;
  return (
    <ul className="flex flex-wrap gap-x-3 tabular-nums">
      {kinds.map((kind) => (
        <li key={kind} className="whitespace-nowrap">
          {t(`owns.${kind}`, { count: owned[kind] })}
        </li>
      ))}
    </ul>
  );
}
