'use client';

import { Link } from '@/components/ui/link';
import { useTranslations } from 'next-intl';
import { Cell, TableRow } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { RelativeTime } from '@/components/ui/time';
import type { Authorization } from '@/contract/authorizations';
import { paths } from '@/lib/paths';
import { useSession } from '@/lib/session';
import { StatusBadge } from '../status-badge';
import { NextAct } from './next-act';
import { PendingMenu } from './pending-menu';
import { TimeLeft } from './time-left';

export function AuthorizationRow({ authorization, quiet }: { authorization: Authorization; quiet: boolean }) {
  const t = useTranslations('authorizations.list');
  const { team, may } = useSession();
  const { id, status, app, connectionId, connectionName, startedBy, createdAt, outcome } = authorization;
  return (
    <TableRow>
      <Cell>
        <StatusBadge status={status} />
        <span className="mt-1 flex sm:hidden empty:hidden">
          <TimeLeft authorization={authorization} />
        </span>
      </Cell>
      <Cell>
        <Link href={paths.authorization(team.slug, id)} className="rounded font-medium hover:underline">
          {app.name}
        </Link>
      </Cell>
      <Cell className="max-lg:hidden">
        {connectionId ? (
          <TextLink href={paths.connection(team.slug, connectionId)}>{connectionName}</TextLink>
        ) : (
          <span className="text-mute">{outcome ? '–' : t('new')}</span>
        )}
      </Cell>
      <Cell className="max-md:hidden">{startedBy?.name ?? <span className="text-mute">{t('key')}</span>}</Cell>
      <Cell className="whitespace-nowrap max-md:hidden">
        <RelativeTime at={createdAt} className="text-mute" />
      </Cell>
      <Cell className="max-sm:hidden">
        <TimeLeft authorization={authorization} />
      </Cell>
      <Cell>
        <div className="flex items-center justify-end gap-1">
          <NextAct authorization={authorization} quiet={quiet} />
          {status === 'pending' && may('authorizations.create') && <PendingMenu authorization={authorization} />}
        </div>
      </Cell>
    </TableRow>
  );
}
