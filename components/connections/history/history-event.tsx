'use client';

import { useTranslations } from 'next-intl';
import { EventDetails } from '@/components/connections/history/event-details';
import { eventLook } from '@/components/connections/history/event-look';
import { readEvent } from '@/components/connections/history/read-event';
import { useEventWording } from '@/components/connections/history/use-event-wording';
import { Icon } from '@/components/ui/icon';
import { toneText } from '@/components/ui/tone';
import { RelativeTime } from '@/components/ui/time';
import type { ConnectionEvent } from '@/contract/connections';
import { cn } from '@/lib/cn';

export function HistoryEvent({ event }: { event: ConnectionEvent }) {
  const t = useTranslations('connections.history');
  const wording = useEventWording();
  const facts = readEvent(event);
  const { icon, tone } = eventLook(event.kind, facts);
  const { title, text } = wording(event.kind, facts);
  const folds = facts.difference || facts.said;
  return (
    <li className="flex items-start gap-3 py-2.5 first:pt-0 last:pb-0">
      <Icon name={icon} className={cn('mt-0.5 size-4', toneText[tone])} />
      <div className="min-w-0 flex-1">
        <p className="font-medium">{title}</p>
        {text && <p className="break-words text-mute">{text}</p>}
        {folds && (
          <details className="group mt-1">
            <summary className="inline-flex list-none items-center gap-1 rounded text-xs font-medium text-mute hover:text-ink [&::-webkit-details-marker]:hidden">
              <Icon name="chevron-right" className="size-3.5 transition-transform group-open:rotate-90" />
              {facts.difference ? t('difference') : t('details')}
            </summary>
            <EventDetails facts={facts} at={event.at} />
          </details>
        )}
      </div>
      <p className="shrink-0 text-end text-xs text-mute">
        <RelativeTime at={event.at} />
        {event.actor && <span className="block">{event.actor}</span>}
      </p>
    </li>
  );
}
