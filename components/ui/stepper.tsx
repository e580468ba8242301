import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/icon';
import { cn } from '@/lib/cn';

/** Where someone is in a short procedure; `current` counts from 0, and may be past the end. */
export function Stepper({ steps, current }: { steps: readonly ReactNode[]; current: number }) {
  const t = useTranslations('ui');
  return (
    <ol className="flex items-center gap-2.5">
      {steps.map((label, index) => {
        const [done, here] = [index < current, index === current];
        return (
          <li key={index} aria-current={here ? 'step' : undefined} className="flex items-center gap-2 not-last:flex-1">
            <span
              className={cn(
                'grid size-5.5 shrink-0 place-items-center rounded-full text-xs font-semibold tabular-nums',
                done ? 'bg-ok text-paper' : here ? 'bg-accent text-on-accent' : 'bg-neutral-ground text-mute',
              )}
            >
              {done ? <Icon name="check" className="size-3.5" /> : index + 1}
            </span>
            <span className={cn('whitespace-nowrap', here ? 'font-semibold' : 'text-mute max-sm:sr-only')}>
              {label}
              {done && <span className="sr-only"> ({t('stepDone')})</span>}
            </span>
            {index < steps.length - 1 && <span aria-hidden className="h-px min-w-3 flex-1 bg-line" />}
          </li>
        );
      })}
    </ol>
  );
}
