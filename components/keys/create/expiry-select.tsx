'use client';

import { useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import { Select } from '@/components/ui/select';

const choices = [7, 30, 90, 180, 365, 730];
const usual = 90;

type ExpirySelectProps = ComponentProps<typeof Select> & { most: number; wanted?: number };

/** For how many days a key works; as long as the team lets it, at most. */
export function ExpirySelect({ most, wanted = usual, ...rest }: ExpirySelectProps) {
  const t = useTranslations('keys.make');
  const allowed = [...choices.filter((days) => days < most), most];
  return (
    <Select defaultValue={Math.min(wanted, most)} {...rest}>
      {allowed.map((days) => (
        <option key={days} value={days}>
          {t('days', { count: days })}
        </option>
      ))}
    </Select>
  );
}
