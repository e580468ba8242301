'use client';

import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { useCopy } from '@/components/ui/use-copy';
import { cn } from '@/lib/cn';

/** An id in monospace; pressing it copies it. */
export function CopyableId({ id, className }: { id: string; className?: string }) {
  const t = useTranslations('ui');
  const { copy, outcome } = useCopy();
  const icon = outcome === 'copied' ? 'check' : 'copy';
  return (
    <>
      <button
        type="button"
        translate="no"
        aria-label={t('copyId', { id })}
        onClick={() => void copy(id)}
        className={cn(
          'group -mx-1 inline-flex min-h-6 max-w-full items-center gap-1 rounded px-1 text-start font-mono text-xs hover:bg-hover',
          className,
        )}
      >
        <span className="min-w-0 break-all">{id}</span>
        <Icon
          name={icon}
          className={cn(
            'size-3 base:opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100',
            outcome && 'opacity-100',
          )}
        />
      </button>
      <span role="status" className={outcome === 'failed' ? 'text-broken' : 'sr-only'}>
        {outcome && t(outcome === 'failed' ? 'copyFailed' : 'copied')}
      </span>
    </>
  );
}
