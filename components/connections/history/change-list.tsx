import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/icon';
import { cn } from '@/lib/cn';

type ChangeListProps = { change: 'gained' | 'lost'; title: string; children: ReactNode };

export function ChangeList({ change, title, children }: ChangeListProps) {
  const icon = change === 'gained' ? 'plus' : 'minus';
  return (
    <div>
      <p className={cn('flex items-center gap-1.5 font-medium', change === 'gained' ? 'text-ok' : 'text-broken')}>
        <Icon name={icon} className="size-3.5" />
        {title}
      </p>
      <ul className="grid max-h-60 gap-0.5 overflow-y-auto ps-5" tabIndex={0} aria-label={title}>
        {children}
      </ul>
    </div>
  );
}
