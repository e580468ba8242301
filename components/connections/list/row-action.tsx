'use client';

import { useTranslations } from 'next-intl';
import { remedyOf } from '@/components/connections/list/remedy-of';
import { useRowRemedies } from '@/components/connections/list/remedies-context';
import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import type { Connection } from '@/contract/connections';
import { paths } from '@/lib/paths';
import { useSession } from '@/lib/session';

const needs = {
  reauthorize: 'authorizations.create',
  check: 'connections.check',
  resume: 'connections.pause',
} as const;

/** The way out of its state, in one press; for those who may not, the page that explains it. */
export function RowAction({ connection }: { connection: Connection }) {
  const remedies = useRowRemedies();
  const t = useTranslations('connections.remedy');
  const { team, may } = useSession();
  const { id, name, state } = connection;
  const remedy = remedyOf(connection);
  const label = (word: string) => `${word}: ${name}`;

  if (remedy === 'see' || !may(needs[remedy])) {
    const word = t(state === 'healthy' ? 'open' : 'see');
    return (
      <LinkButton size="sm" href={paths.connection(team.slug, id)} prefetch={false} aria-label={label(word)}>
        {word}
      </LinkButton>
    );
  }
  return (
    <Button
      size="sm"
      variant={state === 'healthy' ? 'ghost' : 'secondary'}
      pending={remedies.pending === id}
      onClick={() => remedies[remedy](connection)}
      aria-label={label(t(remedy))}
    >
      {t(remedy)}
    </Button>
  );
}
