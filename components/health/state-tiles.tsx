import { Icon } from '@/components/ui/icon';
import { Link } from '@/components/ui/link';
import { useLocale, useTranslations } from 'next-intl';
import { stateLooks } from '@/components/layout/state-looks';
import { toneText } from '@/components/ui/tone';
import { statesWorstFirst } from '@/contract/connection-words';
import type { Overview } from '@/contract/health';
import { cn } from '@/lib/cn';
import { formatNumber } from '@/lib/format';
import { paths } from '@/lib/paths';
import { useSession } from '@/lib/session';

/** How many connections are in each state, the worst first; each leads to them. */
export function StateTiles({ states }: { states: Overview['states'] }) {
  const t = useTranslations('health');
  const locale = useLocale();
  const { team } = useSession();
  return (
    <ul
      aria-label={t('states')}
      className="grid grid-cols-2 overflow-hidden rounded-xl border bg-line sm:grid-cols-4 xl:grid-cols-[auto_repeat(6,minmax(0,1fr))] [gap:1px]"
    >
      {statesWorstFirst.map((state) => (
        <li key={state} className="grid bg-panel last:col-span-2 xl:last:col-span-1">
          <Link
            href={`${paths.connections(team.slug)}?state=${state}`}
            className="grid content-between gap-0.5 px-3.5 py-2.5 hover:bg-hover"
          >
            <span className="flex items-center gap-1.5 text-xs text-mute xl:whitespace-nowrap">
              <Icon
                name={stateLooks[state].icon}
                className={cn('size-3.5 shrink-0', toneText[stateLooks[state].tone])}
              />
              {t(`state.${state}`)}
            </span>
            <span className="text-lg font-semibold tabular-nums">{formatNumber(states[state] ?? 0, locale)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
