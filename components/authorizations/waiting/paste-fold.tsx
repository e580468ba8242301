import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/icon';

/** Where TikTok can come back by itself, the paste box is the second way. */
export function PasteFold({ children }: { children: ReactNode }) {
  const t = useTranslations('authorizations.paste');
  return (
    <details className="group">
      <summary className="inline-flex list-none items-center gap-1 rounded font-medium text-mute hover:text-ink [&::-webkit-details-marker]:hidden">
        <Icon name="chevron-down" className="size-4 -rotate-90 transition-transform group-open:rotate-0" />
        {t('title')}
      </summary>
      <div className="mt-3">{children}</div>
    </details>
  );
}
