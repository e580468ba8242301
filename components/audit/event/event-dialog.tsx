'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { EventFacts } from '@/components/audit/event/event-facts';
import { FailureCallout } from '@/components/audit/list/failure';
import { useActionWording } from '@/components/audit/use-action-wording';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Skeleton } from '@/components/ui/skeleton';
import { useApi } from '@/lib/api';
import { oneEvent } from '@/lib/audit-queries';
import { auditSearch, openEvent } from '@/lib/audit-search';
import { useAddress } from '@/lib/use-address';

const asked = { ...auditSearch, ...openEvent };

/** One event, all that is known of it, and the way to what else concerns the same thing or person. */
export function EventDialog({ sequence, onClose }: { sequence: string; onClose: () => void }) {
  const t = useTranslations('audit.event');
  const wording = useActionWording();
  const [, say] = useAddress(asked, 'push');
  const { data: event, error, refetch } = useQuery(oneEvent(useApi(), sequence));
  const only = (part: { objectId?: string | null; actorId?: string | null }) => say({ ...part, event: null });
  const footer = event && (
    <>
      {event.actor.id && <Button onClick={() => only({ actorId: event.actor.id })}>{t('sameActor')}</Button>}
      {event.object.id && <Button onClick={() => only({ objectId: event.object.id })}>{t('sameObject')}</Button>}
    </>
  );
  return (
    <Dialog
      open
      onClose={onClose}
      size="md"
      title={event ? wording(event.action) : t('title', { sequence })}
      description={event && t('title', { sequence })}
      footer={footer}
    >
      <FailureCallout error={error} onRetry={() => void refetch()} />
      {!event && !error && <Skeleton className="h-64 rounded-lg" />}
      {event && <EventFacts event={event} />}
    </Dialog>
  );
}
