import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/icon';
import { type Tone, toneEdge, toneText } from '@/components/ui/tone';
import { cn } from '@/lib/cn';

type CalloutProps = {
  tone?: Tone;
  icon: ReactNode;
  title: ReactNode;
  children?: ReactNode;
  /** One button, rarely two. */
  actions?: ReactNode;
  /** What only some want to know: code, message, request_id. `fold.label` opens it. */
  fold?: { label: ReactNode; content: ReactNode };
  /** Announce it when it appears after an act, not when it comes with the page. */
  announce?: boolean;
  className?: string;
};

/** The one thing that is wrong (or went well): what, its effect, who can fix it, one button. */
export function Callout({ tone = 'neutral', icon, title, children, actions, fold, announce, className }: CalloutProps) {
  return (
    <div
      role={announce ? 'alert' : undefined}
      className={cn('rounded-xl border border-s-3 bg-panel px-4 py-3', toneEdge[tone], className)}
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
        <div className="flex min-w-0 flex-1 basis-72 gap-3">
          <span aria-hidden className={cn('mt-0.5 [&_svg]:size-4', toneText[tone])}>
            {icon}
          </span>
          <div className="min-w-0">
            <p className="font-semibold">{title}</p>
            {children && <div className="text-mute">{children}</div>}
          </div>
        </div>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
      {fold && (
        <details className="group mt-2 ms-7">
          <summary className="inline-flex list-none items-center gap-1 rounded text-xs font-medium text-mute hover:text-ink [&::-webkit-details-marker]:hidden">
            <Icon name="chevron-down" className="size-3.5 -rotate-90 transition-transform group-open:rotate-0" />
            {fold.label}
          </summary>
          <div className="mt-2 text-mute">{fold.content}</div>
        </details>
      )}
    </div>
  );
}
