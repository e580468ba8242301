import { Minus, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from '@/lib/cn';

type ChangeListProps = { change: 'gained' | 'lost'; title: string; children: ReactNode };

export function ChangeList({ change, title, children }: ChangeListProps) {
  const Icon = change === 'gained' ? Plus : Minus;
  return (
    <div>
      <p className={cn('flex items-center gap-1.5 font-medium', change === 'gained' ? 'text-ok' : 'text-broken')}>
        <Icon aria-hidden className="size-3.5" />
        {title}
      </p>
      <ul className="grid max-h-60 gap-0.5 overflow-y-auto ps-5" tabIndex={0} aria-label={title}>
        {children}
      </ul>
    </div>
  );
}
