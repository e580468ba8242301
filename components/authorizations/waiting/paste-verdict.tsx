'use client';

import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Countdown } from '@/components/ui/countdown';
import { Icon } from '@/components/ui/icon';
import { useClock } from '@/components/ui/use-clock';
import { codeDeadline } from './code-deadline';
import { PastedMarks } from './pasted-marks';
import type { Understanding } from './understand-pasted';

const looks = {
  ours: ['ok', <Icon name="circle-check" key="icon" />],
  unchecked: ['ok', <Icon name="circle-check" key="icon" />],
  foreign: ['degraded', <Icon name="triangle-alert" key="icon" />],
  stateless: ['degraded', <Icon name="triangle-alert" key="icon" />],
  cancelled: ['neutral', <Icon name="circle-slash" key="icon" />],
  authorized_url: ['neutral', <Icon name="circle-question-mark" key="icon" />],
  unreadable: ['broken', <Icon name="triangle-alert" key="icon" />],
} as const;

type PasteVerdictProps = {
  understood: Understanding;
  createdAt: string;
  /** An error below says more. */
  refused: boolean;
};

/** What was found in it, whose it is, how long it lasts, and what to do when that is not enough. */
export function PasteVerdict({ understood, createdAt, refused }: PasteVerdictProps) {
  const t = useTranslations('authorizations.paste');
  const { verdict } = understood;
  if (verdict === 'empty' || (verdict === 'unreadable' && understood.reason === 'empty')) return null;
  const [tone, icon] = looks[verdict];
  const explanation = refused ? null : explanationOf(understood);
  return (
    <>
      {'read' in understood && <PastedMarks read={understood.read} verdict={understood.verdict} />}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <Badge tone={tone} icon={icon} className="h-auto min-h-5.5 whitespace-normal">
          {t(`verdict.${verdict}`)}
        </Badge>
        {'read' in understood && <CodeHour createdAt={createdAt} />}
      </div>
      {explanation && <p className="text-mute">{t(`explain.${explanation}`)}</p>}
    </>
  );
}

function explanationOf(understood: Understanding) {
  if (understood.verdict === 'unreadable') return understood.reason === 'empty' ? null : understood.reason;
  const { verdict } = understood;
  return verdict === 'ours' || verdict === 'unchecked' || verdict === 'empty' ? null : verdict;
}

function CodeHour({ createdAt }: { createdAt: string }) {
  const t = useTranslations('authorizations.paste');
  const deadline = codeDeadline(createdAt, useClock(1000));
  if (deadline === null) return <span className="text-mute">{t('hourHint')}</span>;
  return <Countdown until={deadline} suffix={t('hour')} />;
}
