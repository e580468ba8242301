import type { ReactNode } from 'react';
import { type Tone, toneGround, toneText } from '@/components/ui/tone';
import { cn } from '@/lib/cn';

type BadgeProps = { tone?: Tone; icon?: ReactNode; className?: string; children: ReactNode };

/** A state in one word, with its icon. */
export function Badge({ tone = 'neutral', icon, className, children }: BadgeProps) {
  return (
    <span
      className={cn(
        'inline-flex base:h-5.5 items-center gap-1.5 rounded-md px-1.5 text-xs font-medium base:whitespace-nowrap [&_svg]:size-3.5',
        toneText[tone],
        toneGround[tone],
        className,
      )}
    >
      {icon}
      {children}
    </span>
  );
}
