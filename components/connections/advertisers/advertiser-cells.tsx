import { KeyRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { AdvertiserStatus } from '@/components/connections/advertisers/advertiser-status';
import { CopyableId } from '@/components/ui/copyable-id';
import type { Connection, Grant } from '@/contract/connections';
import { paths } from '@/lib/paths';
import { useSession } from '@/lib/session';

/** An advertiser's name over its id. */
export function AdvertiserName({ grant: { advertiserId, name } }: { grant: Grant }) {
  const t = useTranslations('connections.advertisers');
  const { team } = useSession();
  return (
    <div className="min-w-0">
      <Link
        href={paths.advertiser(team.slug, advertiserId)}
        prefetch={false}
        dir="auto"
        title={name ?? undefined}
        className="block truncate rounded font-medium hover:underline"
      >
        {name ?? <span className="font-normal text-mute">{t('nameless')}</span>}
      </Link>
      <CopyableId id={advertiserId} className="text-mute" />
    </div>
  );
}

/** That nothing else of the team's reaches it. A revoked connection reaches nothing any more. */
export function OnlyThis({ grant, connection }: { grant: Grant; connection: Pick<Connection, 'state'> }) {
  const t = useTranslations('connections.advertisers');
  if (grant.connectionCount !== 1 || connection.state === 'revoked') return null;
  return (
    <span
      title={t('onlyThisHint')}
      className="inline-flex items-center gap-1.5 align-middle text-xs whitespace-nowrap text-app"
    >
      <KeyRound aria-hidden className="size-3.5" />
      {t('onlyThis')}
    </span>
  );
}

/** The short form: name and id, and what stands out of it. */
export function AdvertiserCells({ grant, connection }: { grant: Grant; connection: Pick<Connection, 'state'> }) {
  return (
    <>
      <AdvertiserName grant={grant} />
      <div className="grid justify-items-end gap-0.5">
        <span className="flex gap-3">
          <span className="text-xs text-mute">{grant.currency}</span>
          <AdvertiserStatus status={grant.status} />
        </span>
        <OnlyThis grant={grant} connection={connection} />
      </div>
    </>
  );
}
