import { useLocale, useTranslations } from 'next-intl';
import { Fact, Facts } from '@/components/ui/facts';
import { LinkButton } from '@/components/ui/link-button';
import { Panel } from '@/components/ui/panel';
import { Progress } from '@/components/ui/progress';
import { RelativeTime } from '@/components/ui/time';
import type { Sweep } from '@/contract/health';
import { formatNumber } from '@/lib/format';
import { paths } from '@/lib/paths';
import { useSession } from '@/lib/session';

/** How far the checks are within the interval, as it moves. */
export function SweepPanel({ sweep }: { sweep: Sweep }) {
  const t = useTranslations('health.sweep');
  const locale = useLocale();
  const { team, may } = useSession();
  const { total, checked, due, oldestCheckAt, lastCheckAt, nextCheckAt, intervalMinutes } = sweep;
  const number = (count: number) => formatNumber(count, locale);
  const never = t('never');
  const interval = {
    minutes: intervalMinutes,
    hours: intervalMinutes / 60,
    inHours: String(intervalMinutes % 60 === 0),
  };
  return (
    <Panel
      title={t('title')}
      actions={
        may('team.write') && (
          <LinkButton size="sm" variant="ghost" className="-me-2.5" href={paths.settings(team.slug)}>
            {t('settings')}
          </LinkButton>
        )
      }
    >
      <div className="grid gap-3">
        <div className="grid gap-1.5">
          <p>{t('checked', { checked: number(checked), total: number(total), ...interval })}</p>
          <Progress label={t('progress')} value={checked} max={Math.max(1, total)} />
        </div>
        <Facts>
          <Fact name={t('due')}>
            <span className="tabular-nums">{number(due)}</span>
          </Fact>
          <Fact name={t('last')}>{lastCheckAt ? <RelativeTime at={lastCheckAt} /> : never}</Fact>
          <Fact name={t('oldest')}>{oldestCheckAt ? <RelativeTime at={oldestCheckAt} /> : never}</Fact>
          <Fact name={t('next')}>{nextCheckAt ? <RelativeTime at={nextCheckAt} due /> : never}</Fact>
        </Facts>
      </div>
    </Panel>
  );
}
