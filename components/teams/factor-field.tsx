import { useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { totpNeededBy } from '@/contract/team-words';

/** Who needs a second factor in the team, for owners to say. */
export function FactorField({ protects, ...rest }: ComponentProps<'select'> & { protects: boolean }) {
  const t = useTranslations('settings');
  return (
    <Field label={t('totpNeededBy')} hint={t(protects ? 'totpNeededByHint' : 'totpNeededByOwners')}>
      {(control) => (
        <Select {...control} {...rest} className="sm:w-48">
          {totpNeededBy.map((who) => (
            <option key={who} value={who}>
              {t(`totpNeeded.${who}`)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
