'use client';

import { useTranslations } from 'next-intl';
import { ActorName } from '@/components/audit/actor-name';
import { DataList } from '@/components/audit/event/data-list';
import { ObjectLink } from '@/components/audit/object-link';
import { ResultBadge } from '@/components/audit/result-badge';
import { useKindWording } from '@/components/audit/use-action-wording';
import { CopyableId } from '@/components/ui/copyable-id';
import { Fact, Facts } from '@/components/ui/facts';
import { DateTime } from '@/components/ui/time';
import type { AuditEvent } from '@/contract/audit';

export function EventFacts({ event }: { event: AuditEvent }) {
  const t = useTranslations('audit.column');
  const kindWording = useKindWording();
  const { at, actor, object, result, reason, ip, userAgent, action, data } = event;
  return (
    <>
      <Facts>
        <Fact name={t('at')}>
          <DateTime at={at} seconds />
        </Fact>
        <Fact name={t('actor')}>
          <ActorName actor={actor} />
          {actor.id && <CopyableId id={actor.id} className="text-mute" />}
        </Fact>
        <Fact name={kindWording(object.kind)}>
          {object.name && <ObjectLink object={object} />}
          {object.id ? <CopyableId id={object.id} className="text-mute" /> : !object.name && t('none')}
        </Fact>
        <Fact name={t('result')}>
          <ResultBadge result={result} />
        </Fact>
        {reason && <Fact name={t('reason')}>{reason}</Fact>}
        {ip && (
          <Fact name={t('ip')}>
            <code className="font-mono text-xs">{ip}</code>
          </Fact>
        )}
        {userAgent && (
          <Fact name={t('userAgent')}>
            <span className="text-mute">{userAgent}</span>
          </Fact>
        )}
        <Fact name={t('code')}>
          <code translate="no" className="font-mono text-xs">
            {action}
          </code>
        </Fact>
      </Facts>
      {Object.keys(data).length > 0 && <DataList data={data} />}
    </>
  );
}
