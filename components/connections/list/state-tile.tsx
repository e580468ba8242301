import { useLocale, useTranslations } from 'next-intl';
import { stateLooks } from '@/components/connections/state-looks';
import { Icon } from '@/components/ui/icon';
import { toneText } from '@/components/ui/tone';
import type { ConnectionState } from '@/contract/connection-filter';
import { cn } from '@/lib/cn';
import { formatNumber } from '@/lib/format';

type StateTileProps = { state: ConnectionState; count: number | undefined; chosen: boolean; onPress: () => void };

export function StateTile({ state, count, chosen, onPress }: StateTileProps) {
  const t = useTranslations('connections.state');
  const locale = useLocale();
  const { icon, tone } = stateLooks[state];
  return (
    <button
      type="button"
      aria-pressed={chosen}
      onClick={onPress}
      className={cn(
        'grid shrink-0 grow basis-auto snap-start gap-0.5 rounded-xl border px-3 py-2 text-start',
        chosen ? 'border-accent bg-accent-ground' : 'bg-panel hover:bg-hover',
      )}
    >
      <span className={cn('flex items-center gap-1.5 text-xs whitespace-nowrap', toneText[tone])}>
        <Icon name={icon} className="size-3.5" />
        {t(state)}
      </span>
      <span className={cn('text-xl font-semibold tabular-nums', !count && 'text-mute')}>
        {count === undefined ? '–' : formatNumber(count, locale)}
      </span>
    </button>
  );
}
