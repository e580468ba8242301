'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { DateTime } from '@/components/ui/time';
import { Fact, Facts } from '@/components/ui/facts';
import { Panel } from '@/components/ui/panel';
import { VaultFailure } from '@/components/vault/failure';
import { KeyTable } from '@/components/vault/key-table';
import { RotateKey } from '@/components/vault/rotate-key';
import { RotationProgress } from '@/components/vault/rotation-progress';
import { WornKey } from '@/components/vault/worn-key';
import { useApi } from '@/lib/api';
import { vaultState } from '@/lib/vault-queries';

/** The master key by its fingerprint, the data keys with what they sealed, and how far a rotation is. */
export function VaultView() {
  const t = useTranslations('vault');
  const { data, error, refetch } = useQuery(vaultState(useApi()));
  return (
    <>
      <VaultFailure error={error} onRetry={() => void refetch()} />
      {data && (
        <>
          <Panel title={t('master.title')}>
            <p className="mb-3 text-mute">
              {t.rich('master.text', { code: (text) => <code className="whitespace-nowrap text-ink">{text}</code> })}
            </p>
            <Facts>
              <Fact name={t('master.fingerprint')}>
                <code>{data.masterKey.fingerprint}</code>
              </Fact>
              <Fact name={t('master.name')}>
                <code>{data.masterKey.name}</code>
              </Fact>
              <Fact name={t('master.since')}>
                <DateTime at={data.masterKey.since} />
              </Fact>
            </Facts>
          </Panel>
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
