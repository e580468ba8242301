'use client';

import { useQuery } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/text-link';
import { useApi } from '@/lib/api';
import { twinsOf } from '@/lib/connection-queries';
import { paths } from '@/lib/paths';
import { useSession } from '@/lib/session';

/** That one person's grant is held by more than one connection. */
export function Twins({ id }: { id: string }) {
  const t = useTranslations('connections.view');
  const locale = useLocale();
  const { team } = useSession();
  const { data: twins = [] } = useQuery(twinsOf(useApi(), id));
  if (twins.length === 0) return null;
  const links = () =>
    twins.map(({ id: twin, name }, index) => (
      <span key={twin}>
        {index > 0 && (locale === 'ja' ? '、' : ', ')}
        <TextLink href={paths.connection(team.slug, twin)}>{name}</TextLink>
      </span>
    ));
  return <p className="text-mute">{t.rich('twins', { count: twins.length, links })}</p>;
}
