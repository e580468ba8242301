import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Stepper } from '@/components/ui/stepper';
import { type Tone, toneGround, toneText } from '@/components/ui/tone';
import { cn } from '@/lib/cn';

type StepCardProps = {
  /** 0 app, 1 at TikTok, 2 result, 3 all done. */
  current: 0 | 1 | 2 | 3;
  /** How it ended, or what is wanted. */
  sign?: { icon: ReactNode; tone: Tone };
  title: ReactNode;
  lead?: ReactNode;
  children?: ReactNode;
};

/** The one sheet of the procedure. Its heading is announced when the authorization moves on by itself. */
export function StepCard({ current, sign, title, lead, children }: StepCardProps) {
  const t = useTranslations('authorizations.steps');
  return (
    <section className="grid min-w-0 gap-5 rounded-xl border bg-panel p-4 sm:p-7">
      <Stepper steps={[t('app'), t('tiktok'), t('result')]} current={current} />
      <div role="status" className="grid gap-2">
        <h1 className="flex items-center gap-2.5 text-xl font-semibold tracking-tight">
          {sign && (
            <span
              aria-hidden
              className={cn(
                'grid size-8 shrink-0 place-items-center rounded-lg [&_svg]:size-4.5',
                toneText[sign.tone],
                toneGround[sign.tone],
              )}
            >
              {sign.icon}
            </span>
          )}
          {title}
        </h1>
        {lead && <div className="text-mute [&_b]:font-semibold [&_b]:text-ink">{lead}</div>}
      </div>
      {children}
    </section>
  );
}
