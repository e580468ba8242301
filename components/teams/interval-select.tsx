import { useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import { Select } from '@/components/ui/select';

const choices = [15, 30, 60, 180, 360, 720, 1440, 10_080];

/** Usual intervals, and the one that is set, should it be another. */
export function IntervalSelect({ current, ...rest }: ComponentProps<'select'> & { current: number }) {
  const t = useTranslations('settings');
  const minutes = [...new Set([...choices, current])].toSorted((a, b) => a - b);
  const inHours = (count: number) => count > 60 && count < 1440 && count % 60 === 0;
  return (
    <Select {...rest} className="sm:w-48">
      {minutes.map((count) => (
        <option key={count} value={count}>
          {inHours(count) ? t('everyHours', { hours: count / 60 }) : t('every', { minutes: count })}
        </option>
      ))}
    </Select>
  );
}
