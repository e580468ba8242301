'use client';

import { useTranslations } from 'next-intl';
import { dayOf, endOfDay, startOfDay } from '@/components/audit/filters/day';
import { useAuditSearch } from '@/components/audit/use-audit-search';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { useBrowserTimeZone } from '@/components/ui/use-browser-time-zone';

/** The first day, or the last, as whole days where the reader is. */
export function DayField({ name }: { name: 'from' | 'to' }) {
  const t = useTranslations('audit.filter');
  const timeZone = useBrowserTimeZone();
  const { search, ask } = useAuditSearch();
  const moment = search[name];
  const toMoment = name === 'from' ? startOfDay : endOfDay;
  return (
    <Field label={t(name)}>
      {(control) => (
        <Input
          {...control}
          type="date"
          min="2000-01-01"
          max="2999-12-31"
          value={moment ? dayOf(moment, timeZone, name) : ''}
          onChange={({ target: { value } }) => ask({ [name]: value ? toMoment(value) : null })}
        />
      )}
    </Field>
  );
}
