import { useLocale, useTranslations } from 'next-intl';
import { Callout } from '@/components/ui/callout';
import { PutBackOutcome } from '@/components/audit/verify/put-back-outcome';
import { Icon } from '@/components/ui/icon';
import type { AuditVerification } from '@/contract/audit';
import { formatNumber } from '@/lib/format';

/** What following the chain came to; a fault with what it means, and what to do. */
export function VerifyOutcome({ verified: { upTo, uncovered, fault, putBack } }: { verified: AuditVerification }) {
  const t = useTranslations('audit.verify');
  const locale = useLocale();
  const count = (digits: string) => ({ count: Number(digits), shown: formatNumber(Number(digits), locale) });
  const older = uncovered !== '0' && <p className="mt-2">{t('uncovered', count(uncovered))}</p>;
  if (!fault) {
    return putBack.length > 0 ? (
      <PutBackOutcome putBack={putBack} />
    ) : (
      <Callout tone="ok" icon={<Icon name="shield-check" />} title={t('right', count(upTo))} announce>
        {t('rightText')}
        {older}
      </Callout>
    );
  }
  const sequence = formatNumber(Number(fault.sequence), locale);
  return (
    <Callout tone="broken" icon={<Icon name="shield-alert" />} title={t('wrong', { sequence })} announce>
      <p>{t(`fault.${fault.reason}`)}</p>
      <p className="mt-2">{t('wrongText', count(upTo))}</p>
      {older}
    </Callout>
  );
}
