'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Panel } from '@/components/ui/panel';
import { VaultFailure } from '@/components/vault/failure';
import { KeyTable } from '@/components/vault/key-table';
import { MasterKey } from '@/components/vault/master-key';
import { RotateKey } from '@/components/vault/rotate-key';
import { RotationProgress } from '@/components/vault/rotation-progress';
import { WornKey } from '@/components/vault/worn-key';
import { useApi } from '@/lib/api';
import { vaultState } from '@/lib/vault-queries';

/** The master key, the data keys with what they sealed, and how far a rotation is. */
export function VaultView() {
  const t = useTranslations('vault');
  const { data, error, refetch } = useQuery(vaultState(useApi()));
  return (
    <>
      <VaultFailure error={error} onRetry={() => void refetch()} />
      {data && (
        <>
          <MasterKey state={data} />
          <Panel title={t('keys.title')} actions={<RotateKey state={data} />}>
            <div className="grid gap-3">
              <p className="text-mute">{t('keys.text')}</p>
              <WornKey state={data} />
              {data.rotation && <RotationProgress state={data} keyId={data.rotation.keyId} />}
              <KeyTable state={data} />
            </div>
          </Panel>
        </>
      )}
    </>
  );
}
