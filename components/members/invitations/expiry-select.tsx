'use client';

import { useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import { Select } from '@/components/ui/select';

const choices = [1, 24, 72, 168, 720];

/** For how many hours an invitation works: a day, unless somebody says otherwise. */
export function ExpirySelect(props: ComponentProps<typeof Select>) {
  const t = useTranslations('members.invite');
  return (
    <Select defaultValue={24} {...props}>
      {choices.map((hours) => (
        <option key={hours} value={hours}>
          {hours < 48 ? t('hours', { hours }) : t('days', { days: hours / 24 })}
        </option>
      ))}
    </Select>
  );
}
