'use client';

import { useLocale, useTranslations } from 'next-intl';
import { ArrivalBadge } from '@/components/apps/arrival-badge';
import { lackOf } from '@/components/apps/lack-of';
import { RowLink } from '@/components/ui/data-table/row-link';
import { LinkButton } from '@/components/ui/link-button';
import type { App } from '@/contract/apps';
import { formatNumber } from '@/lib/format';
import { paths } from '@/lib/paths';
import { useSession } from '@/lib/session';

export function NameCell({ app: { id, name } }: { app: App }) {
  const { team } = useSession();
  return <RowLink href={paths.app(team.slug, id)} name={name} />;
}

/** How people come back: straight to us by one of the redirect URLs, else by pasting. */
export function ArrivalCell({ app: { redirectUrls } }: { app: App }) {
  const t = useTranslations('apps');
  const best = redirectUrls.find(({ arrival }) => arrival === 'reachable') ?? redirectUrls[0];
  return (
    <span className="flex items-center gap-2 tabular-nums">
      {best ? <ArrivalBadge arrival={best.arrival} /> : <span className="text-mute">{t('none')}</span>}
      {redirectUrls.length > 1 && <span className="text-mute">+{redirectUrls.length - 1}</span>}
    </span>
  );
}

export function ConnectionCount({ count }: { count: number }) {
  const t = useTranslations('apps');
  const locale = useLocale();
  return (
    <>
      <span className="max-md:hidden">{formatNumber(count, locale)}</span>
      <span className="text-mute md:hidden">{t('list.connections', { count })}</span>
    </>
  );
}

/** What to do with it next: fill in what it lacks, or take its Authorized URL. */
export function RowAction({ app }: { app: App }) {
  const t = useTranslations('apps');
  const { team, may } = useSession();
  const complete = lackOf(app) !== null && may('apps.write');
  const [word, address] = complete ? (['complete', paths.editApp] as const) : (['open', paths.app] as const);
  return (
    <LinkButton size="sm" href={address(team.slug, app.id)} aria-label={`${t(word)}: ${app.name}`}>
      {t(word)}
    </LinkButton>
  );
}
