'use client';

import { useTranslations } from 'next-intl';
import { MemberMenu } from '@/components/members/member-menu';
import type { ActKind } from '@/components/members/member-act';
import { OwnedList } from '@/components/members/owned-list';
import { RoleBadge } from '@/components/members/role-badge';
import { SignInMeans } from '@/components/members/sign-in-means';
import { Avatar } from '@/components/ui/avatar';
import { Cell, TableRow } from '@/components/ui/table';
import { RelativeTime } from '@/components/ui/time';
import type { Member } from '@/contract/members';
import { useSession } from '@/lib/session';

type MemberRowProps = { member: Member; detailed: boolean; onAct: (kind: ActKind) => void };

export function MemberRow({ member, detailed, onAct }: MemberRowProps) {
  const t = useTranslations('members');
  const { person } = useSession();
  const { id, name, email, role, details } = member;
  return (
    <TableRow>
      <Cell className="w-full max-w-0 min-w-40 py-2">
        <span className="flex items-center gap-2.5">
          <Avatar name={name} size="md" />
          <span className="grid min-w-0">
            <span className="flex min-w-0 gap-1.5">
              <span dir="auto" className="truncate font-medium">
                {name}
              </span>
              {id === person.id && <span className="shrink-0 text-mute">({t('you')})</span>}
            </span>
            <span className="truncate text-mute">{email}</span>
            <span className="mt-1 sm:hidden">
              <RoleBadge role={role} />
            </span>
          </span>
        </span>
      </Cell>
      <Cell className="max-sm:hidden">
        <RoleBadge role={role} />
      </Cell>
      {detailed && <Cell className="py-2 max-lg:hidden">{details && <OwnedList owned={details.owned} />}</Cell>}
      {detailed && <Cell className="py-2 max-md:hidden">{details && <SignInMeans details={details} />}</Cell>}
      {detailed && (
        <Cell className="whitespace-nowrap text-mute max-sm:hidden">
          {details?.lastSeenAt ? <RelativeTime at={details.lastSeenAt} /> : t('never')}
        </Cell>
      )}
      <Cell className="text-end">
        <MemberMenu member={member} onAct={onAct} />
      </Cell>
    </TableRow>
  );
}
