import { useLocale } from 'next-intl';
import { Icon, type IconName } from '@/components/ui/icon';
import { type Tone, toneText } from '@/components/ui/tone';
import { cn } from '@/lib/cn';
import { formatNumber } from '@/lib/format';

type CountTileProps = {
  icon: IconName;
  tone: Tone;
  label: string;
  /** Undefined while it is on its way. */
  count: number | undefined;
  chosen: boolean;
  onPress: () => void;
};

/** How many there are of a kind; pressing it shows those. */
export function CountTile({ icon, tone, label, count, chosen, onPress }: CountTileProps) {
  const locale = useLocale();
  return (
    <button
      type="button"
      aria-pressed={chosen}
      onClick={onPress}
      className={cn(
        'grid shrink-0 grow snap-start gap-0.5 rounded-xl border px-3 py-2 text-start sm:basis-0',
        chosen ? 'border-accent bg-accent-ground' : 'bg-panel hover:bg-hover',
      )}
    >
      <span className={cn('flex items-center gap-1.5 text-xs whitespace-nowrap', toneText[tone])}>
        <Icon name={icon} className="size-3.5 shrink-0" />
        {label}
      </span>
      <span className={cn('text-xl font-semibold tabular-nums', !count && 'text-mute')}>
        {count === undefined ? '–' : formatNumber(count, locale)}
      </span>
    </button>
  );
}
