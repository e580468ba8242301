import { useTranslations } from 'next-intl';
import { ArrivalBadge } from '@/components/apps/arrival-badge';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Icon } from '@/components/ui/icon';

/** The redirect URL by which nobody has to paste, ready for TikTok's form and for this one. */
export function OwnCallback({ url, onAdd }: { url: string; onAdd: () => void }) {
  const t = useTranslations('apps.form');
  return (
    <div className="grid gap-2 rounded-lg border border-dashed px-3 py-2.5">
      <p className="flex flex-wrap items-center gap-2 font-medium">
        {t('ownCallback')} <ArrivalBadge arrival="reachable" />
      </p>
      <div className="flex flex-wrap items-center gap-2">
        <code translate="no" className="min-w-0 flex-1 font-mono text-xs break-all">
          {url}
        </code>
        <CopyButton size="sm" text={url} />
        <Button size="sm" icon={<Icon name="plus" />} onClick={onAdd}>
          {t('add')}
        </Button>
      </div>
      <p className="text-mute">{t('ownCallbackHint')}</p>
    </div>
  );
}
