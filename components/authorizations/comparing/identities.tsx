import { useTranslations } from 'next-intl';
import { Avatar } from '@/components/ui/avatar';
import { CopyableId } from '@/components/ui/copyable-id';
import type { Comparison } from '@/contract/authorizations';
import type { TikTokUser } from '@/contract/shapes';
import { cn } from '@/lib/cn';

/** Both TikTok users side by side; the new one stands out when it is another. */
export function Identities({ comparison: { previous, next, identity } }: { comparison: Comparison }) {
  const t = useTranslations('authorizations.comparing');
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Identity label={t('before')} user={previous} />
      <Identity label={t('after')} user={next} strange={identity === 'different'} />
    </div>
  );
}

function Identity({ label, user, strange }: { label: string; user: TikTokUser | null; strange?: boolean }) {
  const t = useTranslations('authorizations.comparing');
  const name = user?.name ?? t('nameless');
  return (
    <div className={cn('grid gap-2 rounded-lg border p-3', strange && 'border-broken')}>
      <p className="text-xs text-mute">{label}</p>
      <div className="flex min-w-0 items-center gap-2.5">
        <Avatar name={name} size="md" />
        <div className="min-w-0 flex-1">
          <p className="font-semibold">{name}</p>
          {user?.email && <p className="break-all text-mute">{user.email}</p>}
          {user && <CopyableId id={user.id} />}
        </div>
      </div>
    </div>
  );
}
