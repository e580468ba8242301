'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Area, AreaChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { ChartedState } from '@/components/health/charted-states';
import { useBrowserTimeZone } from '@/components/ui/use-browser-time-zone';
import type { Overview } from '@/contract/health';
import { formatDateTime, formatNumber } from '@/lib/format';

type HistoryChartProps = { moments: Overview['history']; charted: readonly ChartedState[] };

const tick = { fill: 'var(--mute)', fontSize: 12 };
const tooltip = {
  background: 'var(--panel)',
  border: '1px solid var(--line)',
  borderRadius: 8,
  boxShadow: 'var(--lift)',
  color: 'var(--ink)',
};

/** The states stacked, the healthy ones at the bottom. For eyes only: the table beside it says the same. */
export function HistoryChart({ moments, charted }: HistoryChartProps) {
  const t = useTranslations('health.state');
  const locale = useLocale();
  const timeZone = useBrowserTimeZone();
  const day = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', timeZone });
  const data = moments.map(({ at, states }) => ({ at: Date.parse(at), ...states }));
  return (
    <ResponsiveContainer width="100%" height={224}>
      <AreaChart data={data} margin={{ top: 4, right: 8, bottom: 0, left: 0 }} accessibilityLayer={false}>
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="at"
          type="number"
          scale="time"
          domain={['dataMin', 'dataMax']}
          tickFormatter={(at: number) => day.format(at)}
          tick={tick}
          tickLine={false}
          axisLine={{ stroke: 'var(--line)' }}
          minTickGap={32}
        />
        <YAxis
          allowDecimals={false}
          tickFormatter={(count: number) => formatNumber(count, locale)}
          tick={tick}
          tickLine={false}
          axisLine={false}
          width={48}
        />
        <Tooltip
          contentStyle={tooltip}
          labelFormatter={(at) => formatDateTime(Number(at), locale, timeZone)}
          formatter={(count) => formatNumber(Number(count), locale)}
          itemSorter={(item) => -charted.findIndex(({ state }) => state === item.dataKey)}
        />
        {charted.map(({ state, colour }) => (
          <Area
            key={state}
            type="stepAfter"
            dataKey={state}
            name={t(state)}
            stackId="all"
            stroke={colour}
            fill={colour}
            fillOpacity={0.35}
            isAnimationActive={false}
          />
        ))}
      </AreaChart>
    </ResponsiveContainer>
  );
}
