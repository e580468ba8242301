'use client';

import { useTranslations } from 'next-intl';
import { LinkButton } from '@/components/ui/link-button';
import type { Authorization } from '@/contract/authorizations';
import { paths } from '@/lib/paths';
import { useSession } from '@/lib/session';

type NextActProps = { authorization: Authorization; quiet?: boolean };

/**
 * The way to what there is to decide about it; `quiet`, to look at it. Nothing is accepted from a list: whose code it may
 * be is told on its page, and the rows of a list move.
 */
export function NextAct({ authorization: { id, status }, quiet = false }: NextActProps) {
  const t = useTranslations('authorizations.list');
  const { team, may } = useSession();
  const wanted = !quiet && may('authorizations.create') && (status === 'quarantined' || status === 'comparing');
  return (
    <LinkButton size="sm" variant={wanted ? 'primary' : 'secondary'} href={paths.authorization(team.slug, id)}>
      {t(wanted ? 'review' : 'open')}
    </LinkButton>
  );
}
