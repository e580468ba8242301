import { useLocale } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import type { Look } from '@/components/ui/look';
import { toneText } from '@/components/ui/tone';
import { cn } from '@/lib/cn';
import { formatNumber } from '@/lib/format';

type CountTilesProps<Kind extends string> = {
  label: string;
  kinds: readonly Kind[];
  looks: Record<Kind, Look>;
  wordOf: (kind: Kind) => string;
  /** Undefined while they are on their way. */
  counts: Partial<Record<Kind, number>> | undefined;
  chosen: readonly Kind[];
  onChoose: (chosen: Kind[]) => void;
};

/** How many there are of each kind; pressing one shows those, pressing another adds it. */
export function CountTiles<Kind extends string>(props: CountTilesProps<Kind>) {
  const { label, kinds, looks, wordOf, counts, chosen, onChoose } = props;
  const locale = useLocale();
  return (
    <div role="group" aria-label={label} className="-m-0.5 flex shrink-0 snap-x gap-2 overflow-x-auto p-0.5">
      {kinds.map((kind) => {
        const { icon, tone } = looks[kind];
        const [count, pressed] = [counts?.[kind], chosen.includes(kind)];
        return (
          <button
            key={kind}
            type="button"
            aria-pressed={pressed}
            onClick={() => onChoose(pressed ? chosen.filter((other) => other !== kind) : [...chosen, kind])}
            className={cn(
              'grid shrink-0 grow snap-start gap-0.5 rounded-xl border px-3 py-2 text-start sm:basis-0',
              pressed ? 'border-accent bg-accent-ground' : 'bg-panel hover:bg-hover',
            )}
          >
            <span className={cn('flex items-center gap-1.5 text-xs whitespace-nowrap', toneText[tone])}>
              <Icon name={icon} className="size-3.5 shrink-0" />
              {wordOf(kind)}
            </span>
            <span className={cn('text-xl font-semibold tabular-nums', !count && 'text-mute')}>
              {count === undefined ? '–' : formatNumber(count, locale)}
            </span>
          </button>
        );
      })}
    </div>
  );
}
