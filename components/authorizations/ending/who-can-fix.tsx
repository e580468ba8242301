import { useTranslations } from 'next-intl';
import { Fact, Facts } from '@/components/ui/facts';
import type { TikTokClassification } from '@/contract/tiktok-codes';

export function WhoCanFix({ who }: Pick<TikTokClassification, 'who'>) {
  const t = useTranslations('authorizations.ending');
  return (
    <Facts>
      <Fact name={t('who')}>{t(`whoever.${who}`)}</Fact>
    </Facts>
  );
}
