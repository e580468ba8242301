'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { ActionIcon } from '@/components/audit/action-icon';
import { ActorName } from '@/components/audit/actor-name';
import { ObjectLink } from '@/components/audit/object-link';
import { ResultBadge } from '@/components/audit/result-badge';
import { useActionWording } from '@/components/audit/use-action-wording';
import type { Column } from '@/components/ui/data-table/column';
import { DateTime } from '@/components/ui/time';
import type { AuditEvent } from '@/contract/audit';

/** `onOpen` shows an event's details. */
export function useAuditColumns(onOpen: (sequence: string) => void): Column<AuditEvent>[] {
  const t = useTranslations('audit.column');
  const wording = useActionWording();
  return useMemo<Column<AuditEvent>[]>(() => {
    const action = ({ action: word, object, sequence }: AuditEvent) => (
      <span className="flex min-w-0 items-center gap-2">
        <ActionIcon action={word} kind={object.kind} />
        <button
          type="button"
          aria-haspopup="dialog"
          onClick={() => onOpen(sequence)}
          title={wording(word)}
          className="truncate rounded py-0.5 text-start font-semibold -outline-offset-2 hover:underline"
        >
          {wording(word)}
        </button>
      </span>
    );
    return [
      {
        ...{ id: 'at', title: t('at'), width: 'w-44', sort: 'descending', fixed: 'start' },
        card: 'row-start-1 col-start-2 text-mute max-md:text-xs max-md:text-end',
        cell: ({ at }) => <DateTime at={at} />,
      },
      { id: 'action', title: t('action'), width: 'w-56 grow-2', card: 'row-start-1 col-start-1', cell: action },
      {
        ...{ id: 'object', title: t('object'), width: 'w-44 grow', card: 'row-start-2 col-span-2' },
        cell: ({ object }) => (
          <span className="flex min-w-0">
            <ObjectLink object={object} />
          </span>
        ),
      },
      {
        ...{ id: 'actor', title: t('actor'), width: 'w-40', card: 'row-start-3 col-start-1 text-mute' },
        cell: ({ actor }) => <ActorName actor={actor} />,
      },
      {
        ...{ id: 'result', title: t('result'), width: 'w-28', card: 'row-start-3 col-start-2 max-md:text-end' },
        cell: ({ result }) => <ResultBadge result={result} />,
      },
      {
        ...{ id: 'ip', title: t('ip'), width: 'w-36', from: '2xl' },
        cell: ({ ip }) => (
          <span title={ip ?? undefined} className="block truncate font-mono text-xs text-mute">
            {ip}
          </span>
        ),
      },
      {
        ...{ id: 'reason', title: t('reason'), width: 'w-48 grow', from: '2xl' },
        cell: ({ reason }) => (
          <span title={reason ?? undefined} className="block truncate text-mute">
            {reason}
          </span>
        ),
      },
      {
        ...{ id: 'sequence', title: t('sequence'), width: 'w-28', number: true, optional: true },
        cell: ({ sequence }) => <span className="font-mono text-xs text-mute">{sequence}</span>,
      },
    ];
  }, [t, wording, onOpen]);
}
