'use client';

import { useTranslations } from 'next-intl';
import { browserName } from '@/components/account/browser-name';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { DateTime, RelativeTime } from '@/components/ui/time';
import type { AccountSession } from '@/contract/account';

const phones = ['iPhone', 'Android'];

type SessionRowProps = { session: AccountSession; ending: boolean; onEnd: () => void };

/** One browser: which, from where, since when, when last. */
export function SessionRow({ session, ending, onEnd }: SessionRowProps) {
  const t = useTranslations('account.sessions');
  const browser = browserName(session.userAgent);
  const name = browser ? t('browser', browser) : t('unknown');
  const icon = browser && phones.includes(browser.system) ? 'smartphone' : 'laptop';
  return (
    <li className="flex items-start gap-3 py-2.5 first:pt-0 last:pb-0">
      <Icon name={icon} className="mt-0.5 size-4 shrink-0 text-mute" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-medium" title={session.userAgent ?? undefined}>
            {name}
          </span>
          {session.current && <Badge tone="ok">{t('current')}</Badge>}
        </p>
        <p className="flex flex-wrap gap-x-3 text-mute">
          {session.ip && <span className="break-all">{t('from', { ip: session.ip })}</span>}
          <span>{t.rich('since', { time: () => <DateTime at={session.since} /> })}</span>
          {!session.current && <span>{t.rich('seen', { time: () => <RelativeTime at={session.lastSeenAt} /> })}</span>}
        </p>
      </div>
      {!session.current && (
        <Button size="sm" pending={ending} onClick={onEnd} aria-label={t('endOf', { name })}>
          {t('end')}
        </Button>
      )}
    </li>
  );
}
