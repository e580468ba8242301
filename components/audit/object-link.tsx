'use client';

import { Link } from '@/components/ui/link';
import { useKindWording } from '@/components/audit/use-action-wording';
import type { AuditEvent } from '@/contract/audit';
import { paths } from '@/lib/paths';
import { useSession } from '@/lib/session';

const pages = { app: paths.app, connection: paths.connection, authorization: paths.authorization } as const;

/** What it was done to, by name; a link while it is still there. */
export function ObjectLink({ object }: { object: AuditEvent['object'] }) {
  const { team } = useSession();
  const kindWording = useKindWording();
  const { kind, id, name, exists } = object;
  const page = pages[kind as keyof typeof pages];
  const text = name ?? kindWording(kind);
  if (!exists || !id || !page) return <span className={name ? 'truncate' : 'truncate text-mute'}>{text}</span>;
  return (
    <Link href={page(team.slug, id)} className="truncate rounded py-0.5 font-medium hover:underline">
      {text}
    </Link>
  );
}
