'use client';

import { useTranslations } from 'next-intl';
import { stateLooks } from '@/components/layout/state-looks';
import { TikTokSaid } from '@/components/connections/view/tiktok-said';
import type { Acts } from '@/components/connections/view/use-acts';
import { WayOutButton } from '@/components/connections/view/way-out-button';
import { Callout } from '@/components/ui/callout';
import { Icon } from '@/components/ui/icon';
import { DateTime } from '@/components/ui/time';
import type { Connection } from '@/contract/connections';
import { useTikTokWording } from '@/lib/use-tiktok-wording';

type ProblemProps = {
  connection: Connection;
  state: 'auth_broken' | 'app_problem' | 'degraded' | 'unverifiable';
  acts: Acts;
};

/** What is wrong, since when, its effect, who can mend it, and the button that does. */
export function Problem({ connection, state, acts }: ProblemProps) {
  const t = useTranslations('connections.view');
  const wording = useTikTokWording();
  const { problem, app, advertiserCount, stateSince } = connection;
  const { icon, tone } = stateLooks[state];
  const told = problem && wording(problem);
  const date = () => <DateTime at={stateSince} />;
  return (
    <Callout
      tone={tone}
      icon={<Icon name={icon} />}
      title={told?.headline ?? t(`unexplained.${state}`)}
      actions={<WayOutButton connection={connection} acts={acts} />}
      fold={
        problem
          ? {
              label: problem.code === null ? t('details') : t('tiktokCode', { code: String(problem.code) }),
              content: <TikTokSaid failure={problem} appId={app.appId} at={stateSince} />,
            }
          : undefined
      }
    >
      {told && <p>{told.cause}</p>}
      <p>{t.rich('since', { date, then: t(`effect.${state}`, { count: advertiserCount, app: app.name }) })}</p>
      {told && <p>{t(`who.${told.who}`, { action: told.action })}</p>}
    </Callout>
  );
}
