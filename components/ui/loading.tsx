import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

/** Wraps skeletons: tells screen readers what the eye sees. */
export function Loading({ className, children }: { className?: string; children: ReactNode }) {
  const t = useTranslations('ui');
  return (
    <div role="status" aria-busy className={className}>
      <span className="sr-only">{t('loading')}</span>
      {children}
    </div>
  );
}
