'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { CurlDialog } from '@/components/connections/token/curl-dialog';
import { RevealDialog } from '@/components/connections/token/reveal-dialog';
import { useRevealed } from '@/components/connections/token/use-revealed';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Countdown } from '@/components/ui/countdown';
import { Icon } from '@/components/ui/icon';
import { Panel } from '@/components/ui/panel';
import type { Connection } from '@/contract/connections';
import { useSession } from '@/lib/session';

/** The access token, masked; whoever may can look at it for half a minute, or copy it unseen. */
export function TokenPanel({ connection, apiUrl }: { connection: Connection; apiUrl: string }) {
  const t = useTranslations('connections.token');
  const { may } = useSession();
  const { revealed, show, hide } = useRevealed();
  const [asking, setAsking] = useState(false);
  const { state, tokenHint } = connection;
  const kept = state !== 'revoked';
  return (
    <Panel title={t('title')} actions={<CurlDialog connection={connection} apiUrl={apiUrl} />}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        {revealed ? (
          <code
            translate="no"
            aria-label={t('title')}
            className="min-w-0 rounded bg-sunken px-2 py-1 font-mono text-xs break-all"
          >
            {revealed.secret}
          </code>
        ) : (
          <code translate="no" className="font-mono text-xs">
            {kept ? (tokenHint ?? t('hidden')) : t('erased')}
          </code>
        )}
        {revealed && <CopyButton size="sm" text={revealed.secret} />}
        {/* One button for both: it has the focus before and after. */}
        {(revealed || (kept && may('connections.reveal'))) && (
          <Button
            size="sm"
            icon={revealed ? <Icon name="eye-off" /> : <Icon name="eye" />}
            disabled={!revealed && state === 'paused'}
            onClick={revealed ? hide : () => setAsking(true)}
          >
            {t(revealed ? 'hide' : 'reveal')}
          </Button>
        )}
        {revealed && <Countdown until={revealed.until} suffix={t('untilHidden')} />}
      </div>
      <p className="mt-2 text-mute">{t(kept ? (state === 'paused' ? 'paused' : 'text') : 'erasedText')}</p>
      {asking && <RevealDialog connection={connection} onClose={() => setAsking(false)} onShow={show} />}
    </Panel>
  );
}
