import { useLocale, useTranslations } from 'next-intl';
import { Callout } from '@/components/ui/callout';
import { Icon } from '@/components/ui/icon';
import { mostSeals, sealsToRotate, type VaultState } from '@/contract/vault';
import { formatNumber } from '@/lib/format';

/** The key that seals has done so often: time for another. */
export function WornKey({ state: { keys } }: { state: VaultState }) {
  const t = useTranslations('vault.worn');
  const locale = useLocale();
  const worn = keys.find(({ use, seals }) => use === 'sealing' && seals >= sealsToRotate);
  if (!worn) return null;
  const [seals, most] = [formatNumber(worn.seals, locale), formatNumber(mostSeals, locale)];
  return (
    <Callout tone="degraded" icon={<Icon name="triangle-alert" />} title={t('title')}>
      {t('text', { id: worn.id, seals, most })}
    </Callout>
  );
}
