'use client';

import { Link } from '@/components/ui/link';
import { useLocale, useTranslations } from 'next-intl';
import { Avatar } from '@/components/ui/avatar';
import type { Connection } from '@/contract/connections';
import { formatNumber } from '@/lib/format';
import { paths } from '@/lib/paths';
import { useSession } from '@/lib/session';

/** Its name over its TikTok user's. */
export function NameCell({ connection: { id, name, tiktokUser, app } }: { connection: Connection }) {
  const t = useTranslations('connections');
  const { team } = useSession();
  const user = tiktokUser ? (tiktokUser.name === name ? tiktokUser.email : tiktokUser.name) : t('noUser');
  return (
    <>
      <Link
        href={paths.connection(team.slug, id)}
        prefetch={false}
        title={name}
        className="block truncate rounded font-semibold -outline-offset-2 hover:underline max-md:leading-6"
      >
        {name}
      </Link>
      <p className="truncate text-xs text-mute group-data-dense/table:md:hidden">
        {user}
        <span className="lg:hidden">
          {user && ' · '}
          {app.name}
        </span>
      </p>
    </>
  );
}

export function AdvertiserCount({ count }: { count: number }) {
  const t = useTranslations('connections');
  const locale = useLocale();
  return (
    <>
      <span className="max-md:hidden">{formatNumber(count, locale)}</span>
      <span className="text-mute md:hidden">{t('advertiserCount', { count })}</span>
    </>
  );
}

export function OwnerCell({ owner }: { owner: Connection['owner'] }) {
  if (!owner) return null;
  return (
    <span title={owner.name}>
      <Avatar name={owner.name} />
      <span className="sr-only">{owner.name}</span>
    </span>
  );
}

export function TagsCell({ tags }: { tags: Connection['tags'] }) {
  return (
    <span title={tags.map(({ name }) => name).join(', ')} className="flex gap-1 overflow-hidden">
      {tags.map(({ id, name }) => (
        <span key={id} className="max-w-full truncate rounded-md bg-neutral-ground px-1.5 text-xs">
          {name}
        </span>
      ))}
    </span>
  );
}
