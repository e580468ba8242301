import { CircleCheck, CircleDashed, CircleSlash, Hourglass, type LucideIcon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type AdvertiserCondition, conditionOf } from '@/components/connections/advertisers/condition-of';
import { type Tone, toneText } from '@/components/ui/tone';
import { cn } from '@/lib/cn';

const looks: Record<AdvertiserCondition, { Icon: LucideIcon; tone: Tone }> = {
  enabled: { Icon: CircleCheck, tone: 'ok' },
  disabled: { Icon: CircleSlash, tone: 'neutral' },
  limited: { Icon: CircleSlash, tone: 'degraded' },
  pending: { Icon: Hourglass, tone: 'neutral' },
  rejected: { Icon: CircleSlash, tone: 'degraded' },
  unknown: { Icon: CircleDashed, tone: 'neutral' },
};

/** What TikTok says of an ad account, in a word; TikTok's own on hover. */
export function AdvertiserStatus({ status }: { status: string | null }) {
  const t = useTranslations('connections.advertisers.status');
  const condition = conditionOf(status);
  const { Icon, tone } = looks[condition];
  return (
    <span
      title={status ?? undefined}
      className={cn('inline-flex items-center gap-1.5 align-middle text-xs whitespace-nowrap', toneText[tone])}
    >
      <Icon aria-hidden className="size-3.5" />
      {t(condition)}
    </span>
  );
}
