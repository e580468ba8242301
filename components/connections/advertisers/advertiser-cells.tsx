import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { AdvertiserStatus } from '@/components/connections/advertisers/advertiser-status';
import { NewBadge } from '@/components/connections/advertisers/new-advertisers';
import { CopyableId } from '@/components/ui/copyable-id';
import { RowLink } from '@/components/ui/data-table/row-link';
import type { Grant } from '@/contract/grants';
import { paths } from '@/lib/paths';
import { useSession } from '@/lib/session';

type Granted = { grant: Grant };

/** An advertiser's name, as the way to its page. */
export function AdvertiserName({ grant: { advertiserId, name } }: Granted) {
  const t = useTranslations('connections.advertisers');
  const { team } = useSession();
  return <RowLink href={paths.advertiser(team.slug, advertiserId)} name={name} nameless={t('nameless')} />;
}

/** That nothing else of the team's reaches it. */
export function OnlyThis({ grant }: Granted) {
  const t = useTranslations('connections.advertisers');
  if (!grant.onlyThis) return null;
  return (
    <span
      title={t('onlyThisHint')}
      className="inline-flex items-center gap-1.5 align-middle text-xs whitespace-nowrap text-app"
    >
      <Icon name="key-round" className="size-3.5" />
      {t('onlyThis')}
    </span>
  );
}

/** The short form: name and id, and what stands out of it. */
export function AdvertiserCells({ grant, marked }: Granted & { marked: boolean }) {
  return (
    <>
      <div className="min-w-0">
        <AdvertiserName grant={grant} />
        <span className="flex flex-wrap items-center gap-x-2">
          <CopyableId id={grant.advertiserId} className="text-mute" />
          {marked && grant.newToTeam && <NewBadge />}
        </span>
      </div>
      <div className="grid justify-items-end gap-0.5">
        <span className="flex gap-3">
          <span className="text-xs text-mute">{grant.currency}</span>
          <AdvertiserStatus status={grant.status} />
        </span>
        <OnlyThis grant={grant} />
      </div>
    </>
  );
}
