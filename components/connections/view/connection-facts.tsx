'use client';

import { useTranslations } from 'next-intl';
import { CopyableId } from '@/components/ui/copyable-id';
import { Fact, Facts } from '@/components/ui/facts';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { Panel } from '@/components/ui/panel';
import { DateTime, RelativeTime } from '@/components/ui/time';
import type { Connection } from '@/contract/connections';
import { paths } from '@/lib/paths';
import { useSession } from '@/lib/session';

export function ConnectionFacts({ connection }: { connection: Connection }) {
  const t = useTranslations('connections.facts');
  const { app, owner, tags, tiktokUser, lastCheckedAt, nextCheckAt, notes, authorizedCount } = connection;
  const { team, may } = useSession();
  const audit = may('audit.read') && (
    <LinkButton
      variant="ghost"
      size="sm"
      className="-me-2.5"
      icon={<Icon name="scroll-text" />}
      href={paths.auditOf(team.slug, connection.id)}
    >
      {t('audit')}
    </LinkButton>
  );
  return (
    <Panel title={t('title')} actions={audit}>
      <Facts>
        <Fact name={t('tiktokUser')}>{tiktokUser ? <User user={tiktokUser} /> : t('unknown')}</Fact>
        <Fact name={t('owner')}>{owner?.name ?? t('nobody')}</Fact>
        {tags.length > 0 && <Fact name={t('tags')}>{tags.map(({ name }) => name).join(' · ')}</Fact>}
        <Fact name={t('appId')}>{app.appId ? <CopyableId id={app.appId} /> : t('unknown')}</Fact>
        <Fact name={t('first')}>
          <DateTime at={connection.firstAuthorizedAt} />
        </Fact>
        {authorizedCount > 1 && (
          <Fact name={t('again')}>
            {t.rich('times', {
              count: authorizedCount - 1,
              date: () => <DateTime at={connection.lastAuthorizedAt} />,
            })}
          </Fact>
        )}
        <Fact name={t('checked')}>
          {lastCheckedAt ? <RelativeTime at={lastCheckedAt} /> : t('never')}
          {nextCheckAt && <> · {t.rich('next', { time: () => <RelativeTime at={nextCheckAt} due /> })}</>}
        </Fact>
        <Fact name={t('id')}>
          <CopyableId id={connection.id} />
        </Fact>
        {notes && (
          <Fact name={t('notes')}>
            <span className="whitespace-pre-line">{notes}</span>
          </Fact>
        )}
      </Facts>
    </Panel>
  );
}

function User({ user: { id, name, email } }: { user: NonNullable<Connection['tiktokUser']> }) {
  return (
    <>
      {[name, email].filter(Boolean).join(' · ')}
      <span className="block">
        <CopyableId id={id} className="text-mute" />
      </span>
    </>
  );
}
