import { useLocale, useTranslations } from 'next-intl';
import { useId } from 'react';
import { Badge } from '@/components/ui/badge';
import { Fact, Facts } from '@/components/ui/facts';
import { Icon } from '@/components/ui/icon';
import { Panel } from '@/components/ui/panel';
import { DateTime } from '@/components/ui/time';
import { RewrapKeys } from '@/components/vault/rewrap-keys';
import type { VaultState } from '@/contract/vault';
import { formatNumber } from '@/lib/format';

/** The current master key by its fingerprint, how to change it, and how many data keys it wraps. */
export function MasterKey({ state: { masterKey } }: { state: VaultState }) {
  const t = useTranslations('vault.master');
  const locale = useLocale();
  const id = useId();
  const { name, fingerprint, since, wraps, of } = masterKey;
  const whole = wraps === of;
  return (
    <Panel title={t('title')} actions={<RewrapKeys masterKey={masterKey} whyNot={whole ? id : undefined} />}>
      <p className="mb-3 text-mute">
        {t.rich('text', { code: (text) => <code className="whitespace-nowrap text-ink">{text}</code> })}
      </p>
      <Facts>
        <Fact name={t('fingerprint')}>
          <code>{fingerprint}</code>
        </Fact>
        <Fact name={t('name')}>
          <code>{name}</code>
        </Fact>
        <Fact name={t('since')}>{since ? <DateTime at={since} /> : t('notYet')}</Fact>
        <Fact name={t('wraps')}>
          <div role="status" className="grid justify-items-start gap-1">
            <Badge tone={whole ? 'ok' : 'degraded'} icon={<Icon name={whole ? 'circle-check' : 'hourglass'} />}>
              {t('progress', { wraps: formatNumber(wraps, locale), of: formatNumber(of, locale) })}
            </Badge>
            <p id={id} className="text-mute">
              {t(whole ? 'whole' : 'left')}
            </p>
          </div>
        </Fact>
      </Facts>
    </Panel>
  );
}
