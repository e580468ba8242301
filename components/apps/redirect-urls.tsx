'use client';

import { useTranslations } from 'next-intl';
import type { App } from '@/contract/apps';
import { ArrivalBadge } from '@/components/apps/arrival-badge';
import { CopyableId } from '@/components/ui/copyable-id';
import { Panel } from '@/components/ui/panel';

/** `explained` where the choice beside it says already what the marks mean. */
export function RedirectUrls({ app, explained }: { app: App; explained: boolean }) {
  const t = useTranslations('apps');
  return (
    <Panel title={t('view.redirectUrls')} count={app.redirectUrls.length}>
      {app.redirectUrls.length === 0 && <p className="text-mute">{t('view.noRedirectUrls')}</p>}
      <ul className="grid gap-3">
        {app.redirectUrls.map(({ url, arrival }) => (
          <li key={url} className="grid justify-items-start gap-0.5">
            <span className="flex max-w-full flex-wrap items-center gap-x-2">
              <CopyableId id={url} />
              <ArrivalBadge arrival={arrival} />
            </span>
            {!explained && <span className="text-mute">{t(`arrival.${arrival}Hint`)}</span>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
