'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/icon';
import type { Near } from '@/components/ui/later';
import { Popover } from '@/components/ui/popover';

type FilterChipProps = {
  label: string;
  /** What is chosen, in words; absent while nothing is. */
  value?: string;
  onRemove: () => void;
  /** What to choose from, in a panel; a chip without it can only be taken away. */
  children?: ReactNode;
  panelClassName?: string;
  /** Of a panel that comes later. */
  near?: Near;
};

/** A filter beside a search box: offered, or on, with what it holds and a way to take it away. */
export function FilterChip({ label, value, onRemove, children, panelClassName, near }: FilterChipProps) {
  const t = useTranslations('ui');
  const words = value ? t('chip', { label, value }) : label;
  const on = value !== undefined;
  return (
    <span className={on ? 'inline-flex max-w-full rounded-lg bg-accent-ground font-medium text-accent' : 'inline-flex'}>
      {children ? (
        <Popover
          size="sm"
          panelClassName={panelClassName}
          near={near}
          trigger={
            <>
              {!on && <Icon name="plus" />}
              <span className="truncate">{words}</span>
            </>
          }
          className={on ? 'min-w-0 shrink border-transparent! bg-transparent! pe-1! text-accent!' : ''}
        >
          {children}
        </Popover>
      ) : (
        <span className="truncate py-1.5 ps-2.5 text-xs">{words}</span>
      )}
      {on && (
        <button
          type="button"
          aria-label={t('removeFilter', { label })}
          onClick={onRemove}
          className="inline-grid size-7 shrink-0 place-items-center rounded-lg hover:bg-hover"
        >
          <Icon name="x" className="size-3.5" />
        </button>
      )}
    </span>
  );
}
