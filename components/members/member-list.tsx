'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Failure } from '@/components/members/failure';
import type { MemberAct } from '@/components/members/member-act';
import { MemberDialog } from '@/components/members/member-dialog';
import { MemberRow } from '@/components/members/member-row';
import { Button } from '@/components/ui/button';
import { MoreButton } from '@/components/ui/more-button';
import { SearchInput } from '@/components/ui/search-input';
import { Skeleton } from '@/components/ui/skeleton';
import { HeaderCell, Table, TableBody, TableHead } from '@/components/ui/table';
import { useApi } from '@/lib/api';
import { teamMembers } from '@/lib/member-queries';
import { useSession } from '@/lib/session';

/** The people of the team, by name. How they sign in and what they own is told to who may read the audit. */
export function MemberList() {
  const t = useTranslations('members');
  const detailed = useSession().may('audit.read');
  const [q, setQ] = useState('');
  const [act, setAct] = useState<MemberAct | null>(null);
  const found = useInfiniteQuery(teamMembers(useApi(), q));
  const members = found.data?.pages.flatMap(({ rows }) => rows);
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SearchInput label={t('search')} value={q} onSearch={setQ} className="w-full sm:w-72" />
        <p role="status" className="text-mute tabular-nums">
          {found.data && t('count', { count: found.data.pages[0]?.total ?? 0 })}
        </p>
      </div>
      <Failure
        error={found.error}
        title={t('failure.load')}
        actions={<Button onClick={() => void found.refetch()}>{t('failure.retry')}</Button>}
      />
      {!members && !found.error && <Skeleton className="h-80 rounded-xl" />}
      {members?.length === 0 && <p className="text-mute">{t('none')}</p>}
      {members && members.length > 0 && (
        <Table label={t('title')}>
          <TableHead>
            <HeaderCell>{t('column.name')}</HeaderCell>
            <HeaderCell className="max-sm:hidden">{t('column.role')}</HeaderCell>
            {detailed && <HeaderCell className="max-lg:hidden">{t('column.owned')}</HeaderCell>}
            {detailed && <HeaderCell className="max-md:hidden">{t('column.signIn')}</HeaderCell>}
            {detailed && <HeaderCell className="max-sm:hidden">{t('column.lastSeen')}</HeaderCell>}
            <HeaderCell>
              <span className="sr-only">{t('column.actions')}</span>
            </HeaderCell>
          </TableHead>
          <TableBody>
            {members.map((member) => (
              <MemberRow
                key={member.id}
                member={member}
                detailed={detailed}
                onAct={(kind) => setAct({ kind, member })}
              />
            ))}
          </TableBody>
        </Table>
      )}
      <MoreButton found={found}>{t('more')}</MoreButton>
      {act && <MemberDialog key={`${act.kind} ${act.member.id}`} {...act} onClose={() => setAct(null)} />}
    </div>
  );
}
