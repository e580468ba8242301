import { useLocale, useTranslations } from 'next-intl';
import { needLink } from '@/components/health/need-link';
import { Icon } from '@/components/ui/icon';
import { stateLooks } from '@/components/layout/state-looks';
import type { Look } from '@/components/ui/look';
import { LinkButton } from '@/components/ui/link-button';
import { Panel } from '@/components/ui/panel';
import { RelativeTime } from '@/components/ui/time';
import { toneText } from '@/components/ui/tone';
import type { Need } from '@/contract/health';
import { cn } from '@/lib/cn';
import { paths } from '@/lib/paths';
import { useSession } from '@/lib/session';

const looks: Record<Need['kind'], Look> = {
  ...stateLooks,
  code_kept: { icon: 'inbox', tone: 'accent' },
  comparison: { icon: 'git-compare', tone: 'accent' },
  app_review: { icon: 'clock', tone: 'neutral' },
  expiring: { icon: 'timer-reset', tone: 'neutral' },
};

/** What waits for a person today, the most urgent first, each with one button; where there is nothing yet, the first step. */
export function NeedsPanel({ needs, empty }: { needs: Need[]; empty: boolean }) {
  const t = useTranslations('health');
  return (
    <Panel title={t('needs.title')}>
      {needs.length > 0 && (
        <ul className="grid divide-y divide-line">
          {needs.map((need) => (
            <NeedRow key={need.kind} need={need} />
          ))}
        </ul>
      )}
      {needs.length === 0 && (empty ? <FirstStep /> : <Nothing />)}
    </Panel>
  );
}

function Nothing() {
  const t = useTranslations('health.needs');
  return (
    <p className="flex items-center gap-2 text-mute">
      <Icon name="circle-check" className="size-4 text-ok" />
      {t('none')}
    </p>
  );
}

function FirstStep() {
  const t = useTranslations('health.needs.start');
  const { team, may } = useSession();
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <div className="min-w-0 flex-1 basis-56">
        <p className="font-medium">{t('title')}</p>
        <p className="text-mute">{t('text')}</p>
      </div>
      {may('authorizations.create') && (
        <LinkButton size="sm" variant="primary" href={paths.connect(team.slug)}>
          {t('act')}
        </LinkButton>
      )}
    </div>
  );
}

function NeedRow({ need }: { need: Need }) {
  const t = useTranslations('health.needs');
  const locale = useLocale();
  const { team } = useSession();
  const { kind, count, first, until } = need;
  const { icon, tone } = looks[kind];
  const names = new Intl.ListFormat(locale, { type: 'conjunction', style: 'narrow' }).format(
    first.map(({ name }) => name),
  );
  const rest = count - first.length;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-2.5 first:pt-0 last:pb-0">
      <div className="flex min-w-0 flex-1 basis-56 gap-3">
        <Icon name={icon} className={cn('mt-0.5 size-4 shrink-0', toneText[tone])} />
        <div className="min-w-0">
          <p className="font-medium">{t(`${kind}.title`, { count })}</p>
          <p className="text-mute [overflow-wrap:anywhere]">
            {rest > 0 ? t('andMore', { names, rest }) : names}
            {until && (
              <>
                {' · '}
                {t.rich('until', { time: () => <RelativeTime at={until} due /> })}
              </>
            )}
          </p>
        </div>
      </div>
      <LinkButton size="sm" href={needLink(team.slug, need)}>
        {t(`${kind}.act`)}
      </LinkButton>
    </li>
  );
}
