'use client';

import { Avatar } from '@/components/ui/avatar';
import { Icon } from '@/components/ui/icon';
import type { AuditEvent } from '@/contract/audit';

export function ActorName({ actor }: { actor: AuditEvent['actor'] }) {
  return (
    <span className="flex min-w-0 items-center gap-2">
      {actor.kind === 'person' ? (
        <Avatar name={actor.name} />
      ) : (
        <span className="grid size-5.5 shrink-0 place-items-center rounded-full bg-neutral-ground text-mute">
          {actor.kind === 'key' ? (
            <Icon name="key-square" className="size-3.5" />
          ) : (
            <Icon name="bot" className="size-3.5" />
          )}
        </span>
      )}
      <span className="truncate">{actor.name}</span>
    </span>
  );
}
