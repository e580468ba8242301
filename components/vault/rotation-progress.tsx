import { useLocale, useTranslations } from 'next-intl';
import { Progress } from '@/components/ui/progress';
import type { VaultState } from '@/contract/vault';
import { formatNumber } from '@/lib/format';

/** How many secrets the key that is to seal everything has sealed so far. */
export function RotationProgress({ state: { keys }, keyId }: { state: VaultState; keyId: number }) {
  const t = useTranslations('vault');
  const locale = useLocale();
  const total = keys.reduce((sum, { count }) => sum + count, 0);
  const done = keys.find(({ id }) => id === keyId)?.count ?? 0;
  return (
    <div className="grid gap-2">
      <p role="status" className="tabular-nums">
        {t('progress', { done: formatNumber(done, locale), total: formatNumber(total, locale) })}
      </p>
      <Progress label={t('progressLabel')} value={done} max={Math.max(1, total)} />
    </div>
  );
}
