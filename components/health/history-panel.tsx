'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { type ChartedState, chartedStates } from '@/components/health/charted-states';
import { HistoryTable } from '@/components/health/history-table';
import { Panel } from '@/components/ui/panel';
import { Skeleton } from '@/components/ui/skeleton';
import { useClock } from '@/components/ui/use-clock';
import type { Overview } from '@/contract/health';

/** Recharts weighs as much as all the rest: it comes when there is something to draw. */
const HistoryChart = dynamic(() => import('@/components/health/history-chart').then((file) => file.HistoryChart), {
  ssr: false,
  loading: () => <Skeleton className="h-56 w-full" />,
});

/** The states over time, ending now: a chart, and the same as a table. */
export function HistoryPanel({ history, states }: Pick<Overview, 'history' | 'states'>) {
  const t = useTranslations('health.history');
  const now = new Date(useClock(60_000)).toISOString();
  const moments = [...history, { at: now, states }];
  const seen = chartedStates.filter(({ state }) => moments.some((moment) => (moment.states[state] ?? 0) > 0));
  return (
    <Panel title={t('title')}>
      {history.length === 0 ? (
        <p className="text-mute">{t('none')}</p>
      ) : (
        <div className="grid gap-3">
          <div aria-hidden>
            <HistoryChart moments={moments} charted={seen} />
            <Legend charted={seen} />
          </div>
          <HistoryTable moments={moments} charted={seen} />
        </div>
      )}
    </Panel>
  );
}

function Legend({ charted }: { charted: readonly ChartedState[] }) {
  const t = useTranslations('health.state');
  return (
    <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-xs text-mute">
      {charted.toReversed().map(({ state, colour }) => (
        <li key={state} className="flex items-center gap-1.5">
          <span className="size-2.5 rounded-xs border border-edge" style={{ background: colour }} />
          {t(state)}
        </li>
      ))}
    </ul>
  );
}
