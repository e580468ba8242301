import { type AdvertiserCondition, conditionOf } from '@/components/connections/advertisers/condition-of';
import { useStatusWord } from '@/components/connections/advertisers/use-status-word';
import { Icon } from '@/components/ui/icon';
import type { Look } from '@/components/ui/look';
import { toneText } from '@/components/ui/tone';
import { cn } from '@/lib/cn';

const looks: Record<AdvertiserCondition, Look> = {
  enabled: { icon: 'circle-check', tone: 'ok' },
  disabled: { icon: 'circle-slash', tone: 'neutral' },
  limited: { icon: 'circle-slash', tone: 'degraded' },
  pending: { icon: 'hourglass', tone: 'neutral' },
  rejected: { icon: 'circle-slash', tone: 'degraded' },
  unknown: { icon: 'circle-dashed', tone: 'neutral' },
};

/** What TikTok says of an ad account, in a word; TikTok's own on hover. */
export function AdvertiserStatus({ status }: { status: string | null }) {
  const wordOf = useStatusWord();
  const { icon, tone } = looks[conditionOf(status)];
  return (
    <span
      title={status ?? undefined}
      className={cn('inline-flex items-center gap-1.5 align-middle text-xs whitespace-nowrap', toneText[tone])}
    >
      <Icon name={icon} className="size-3.5" />
      {wordOf(status)}
    </span>
  );
}
