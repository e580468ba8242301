import { useLocale, useTranslations } from 'next-intl';
import type { ChartedState } from '@/components/health/charted-states';
import { Cell, HeaderCell, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { DateTime } from '@/components/ui/time';
import type { Overview } from '@/contract/health';
import { formatNumber } from '@/lib/format';

type HistoryTableProps = { moments: Overview['history']; charted: readonly ChartedState[] };

/** What the chart draws, in words and figures, the newest first. */
export function HistoryTable({ moments, charted }: HistoryTableProps) {
  const t = useTranslations('health');
  const locale = useLocale();
  const columns = charted.toReversed();
  return (
    <details>
      <summary className="w-fit rounded text-xs font-medium text-mute hover:text-ink">{t('history.asTable')}</summary>
      <div className="mt-2 grid max-h-80 overflow-y-auto">
        <Table label={t('history.title')}>
          <TableHead>
            <HeaderCell>{t('history.at')}</HeaderCell>
            {columns.map(({ state }) => (
              <HeaderCell key={state} number>
                {t(`state.${state}`)}
              </HeaderCell>
            ))}
          </TableHead>
          <TableBody>
            {moments.toReversed().map(({ at, states }) => (
              <TableRow key={at}>
                <Cell className="whitespace-nowrap">
                  <DateTime at={at} />
                </Cell>
                {columns.map(({ state }) => (
                  <Cell key={state} number>
                    {formatNumber(states[state] ?? 0, locale)}
                  </Cell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </div>
    </details>
  );
}
