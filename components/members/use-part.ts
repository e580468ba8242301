'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { say } from '@/components/ui/say';
import type { Member, Owned } from '@/contract/members';
import { useApi } from '@/lib/api';
import { readFailure } from '@/lib/api-failure';
import { paths } from '@/lib/paths';
import { useSession } from '@/lib/session';

/** Removes a member, or leaves; with what they own, as far as it is known: the server says so when it refuses. */
export function usePart(member: Member, onDone: () => void) {
  const t = useTranslations('members.remove');
  const [api, client] = [useApi(), useQueryClient()];
  const self = member.id === useSession().person.id;
  const remove = useMutation(
    api.members.remove.mutationOptions({
      onSuccess: async () => {
        await client.invalidateQueries();
        onDone();
        say(t('done', { name: member.name }));
      },
    }),
  );
  const leave = useMutation(api.members.leave.mutationOptions({ onSuccess: () => window.location.assign(paths.root) }));
  const { error, isPending } = self ? leave : remove;
  const told = error && (readFailure(error).data.owned as Owned | undefined);
  function part(handOverTo?: string) {
    const to = handOverTo ? { handOverTo } : {};
    if (self) leave.mutate(to);
    else remove.mutate({ id: member.id, ...to });
  }
  return { owned: told ?? member.details?.owned, part, error, pending: isPending || leave.isSuccess };
}
