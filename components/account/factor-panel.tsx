'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ProofDialog } from '@/components/account/proof-dialog';
import { SetUpDialog } from '@/components/account/set-up-dialog';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Panel } from '@/components/ui/panel';
import { DateTime } from '@/components/ui/time';
import type { Account } from '@/contract/account';
import { useApi } from '@/lib/api';

type Act = 'set-up' | 'remove' | 'renew';

/** Whether signing in takes a code besides the password, and the way to change that. */
export function FactorPanel({ account: { secondFactor, hasPassword } }: { account: Account }) {
  const t = useTranslations('account.factor');
  const [api, queryClient] = [useApi(), useQueryClient()];
  const [act, setAct] = useState<Act>();

  function close() {
    setAct(undefined);
    void queryClient.invalidateQueries({ queryKey: api.account.key() });
  }
  const badge = secondFactor ? (
    <Badge tone="ok" icon={<Icon name="shield-check" />}>
      {t('badgeOn')}
    </Badge>
  ) : (
    <Badge icon={<Icon name="shield-off" />}>{t('badgeOff')}</Badge>
  );
  return (
    <Panel title={t('title')} count={badge}>
      <p className="text-mute">
        {secondFactor ? t.rich('on', { time: () => <DateTime at={secondFactor.since} dateOnly /> }) : t('off')}
        {secondFactor && ` ${t('left', { count: secondFactor.recoveryCodesLeft })}`}
      </p>
      <div className="mt-3 flex flex-wrap justify-end gap-2">
        {secondFactor ? (
          <>
            <Button variant="danger-quiet" onClick={() => setAct('remove')}>
              {t('remove')}
            </Button>
            <Button onClick={() => setAct('renew')}>{t('renew')}</Button>
          </>
        ) : (
          <Button variant="primary" onClick={() => setAct('set-up')}>
            {t('setUp')}
          </Button>
        )}
      </div>
      {act === 'set-up' && <SetUpDialog hasPassword={hasPassword} onClose={close} />}
      {(act === 'remove' || act === 'renew') && <ProofDialog act={act} hasPassword={hasPassword} onClose={close} />}
    </Panel>
  );
}
