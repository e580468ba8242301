'use client';

import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import type { App } from '@/contract/apps';
import { CopyableId } from '@/components/ui/copyable-id';
import { Fact, Facts } from '@/components/ui/facts';
import { LinkButton } from '@/components/ui/link-button';
import { Panel } from '@/components/ui/panel';
import { DateTime } from '@/components/ui/time';
import { paths } from '@/lib/paths';
import { useSession } from '@/lib/session';

export function AppFacts({ app }: { app: App }) {
  const t = useTranslations('apps');
  const { team, may } = useSession();
  const audit = may('audit.read') && (
    <LinkButton
      variant="ghost"
      size="sm"
      className="-me-2.5"
      icon={<Icon name="scroll-text" />}
      href={paths.auditOf(team.slug, app.id)}
    >
      {t('view.audit')}
    </LinkButton>
  );
  return (
    <Panel title={t('view.facts')} actions={audit}>
      <Facts>
        <Fact name={t('view.appId')}>{app.appId ? <CopyableId id={app.appId} /> : t('noAppId')}</Fact>
        <Fact name={t('view.secret')}>
          <Secret app={app} />
        </Fact>
        <Fact name={t('environment.label')}>{t(`environment.${app.environment}`)}</Fact>
        <Fact name={t('tier.label')}>{t(`tier.${app.tier}`)}</Fact>
        <Fact name={t('view.registered')}>
          <DateTime at={app.createdAt} dateOnly />
        </Fact>
        {app.notes && (
          <Fact name={t('view.notes')}>
            <span className="whitespace-pre-line">{app.notes}</span>
          </Fact>
        )}
      </Facts>
    </Panel>
  );
}

/** First and last three characters, as TikTok's portal shows it: enough to tell which one is stored. */
function Secret({ app: { secretHint, secretSetAt } }: { app: App }) {
  const t = useTranslations('apps.view');
  if (!secretSetAt) return t('noSecret');
  const date = () => <DateTime at={secretSetAt} dateOnly />;
  return (
    <>
      <code translate="no" className="font-mono text-xs">
        {secretHint}
      </code>{' '}
      <span className="text-mute">{t.rich('secretSince', { date })}</span>
    </>
  );
}
