import type { ReactNode } from 'react';
import { type Tone, toneGround, toneText } from '@/components/ui/tone';
import { cn } from '@/lib/cn';

type NoticeProps = { tone?: Tone; icon: ReactNode; title: ReactNode; text?: ReactNode; children?: ReactNode };

/** A page that has one thing to say: how something ended, and the one button on. */
export function Notice({ tone = 'neutral', icon, title, text, children }: NoticeProps) {
  return (
    <div className="grid justify-items-start gap-3">
      <span
        aria-hidden
        className={cn('grid size-11 place-items-center rounded-xl [&_svg]:size-5', toneText[tone], toneGround[tone])}
      >
        {icon}
      </span>
      <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
      {text && <div className="text-mute">{text}</div>}
      {children && <div className="mt-1 flex flex-wrap gap-2">{children}</div>}
    </div>
  );
}
