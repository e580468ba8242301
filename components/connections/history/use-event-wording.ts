'use client';

import { useTranslations } from 'next-intl';
import type { EventFacts } from '@/components/connections/history/read-event';
import { useTikTokWording } from '@/lib/use-tiktok-wording';

const plain = ['imported', 'revealed', 'paused', 'resumed', 'reauthorized'] as const;

type Wording = { title: string; text?: string };

/** An event as a headline, and what more there is to say of it. */
export function useEventWording() {
  const t = useTranslations('connections.history');
  const state = useTranslations('connections.state');
  const tiktok = useTikTokWording();
  const byKind: Record<string, (facts: EventFacts) => Wording> = {
    authorized: ({ advertisers, scopes }) => ({
      title: t('authorized'),
      text: advertisers === undefined ? undefined : t('granted', { advertisers, scopes: scopes?.length ?? 0 }),
    }),
    checked: ({ state: found, said }) => ({
      title: found ? t('checked', { state: state(found) }) : t('checkedInVain'),
      text: said && tiktok(said).headline,
    }),
    reported: ({ code, message }) => ({
      title: t('reported', { code: String(code ?? '?') }),
      text: message ?? undefined,
    }),
    state_changed: ({ from, to, said }) => ({
      title: from && to ? t('state_changed', { from: state(from), to: state(to) }) : t('state_changedSomehow'),
      text: said && tiktok(said).headline,
    }),
    reach_changed: ({ difference }) => ({
      title: t('reach_changed'),
      text: t('reachDifference', {
        gained: difference?.advertisers.gainedCount ?? 0,
        lost: difference?.advertisers.lostCount ?? 0,
      }),
    }),
    revoked: ({ reason, alreadyDead, lastTokens }) => ({
      title: alreadyDead ? t('revokedDead') : t('revoked'),
      text: [reason && t('reason', { reason }), lastTokens ? t('lastTokens', { count: lastTokens }) : undefined]
        .filter(Boolean)
        .join(' '),
    }),
    changed: ({ name, formerName, notes, archived }) => {
      if (name && formerName) return { title: t('renamed', { from: formerName, to: name }) };
      if (archived !== undefined) return { title: archived ? t('archived') : t('restored') };
      return { title: notes ? t('noted') : t('changed') };
    },
  };
  return (kind: string, facts: EventFacts): Wording => {
    const known = plain.find((word) => word === kind);
    if (known) return { title: t(known) };
    return byKind[kind]?.(facts) ?? { title: t('other', { kind }) };
  };
}
