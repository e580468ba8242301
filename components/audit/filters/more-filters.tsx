'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { DayField } from '@/components/audit/filters/day-field';
import { IpField } from '@/components/audit/filters/ip-field';
import { KindField } from '@/components/audit/filters/kind-field';
import { useAuditSearch } from '@/components/audit/use-audit-search';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Icon } from '@/components/ui/icon';
import { Popover } from '@/components/ui/popover';
import { Select } from '@/components/ui/select';
import { auditResults } from '@/contract/audit-words';
import { useApi } from '@/lib/api';
import { memberChoices } from '@/lib/audit-queries';

export function MoreFilters() {
  const t = useTranslations('audit.filter');
  const trigger = (
    <>
      <Icon name="list-filter" />
      {t('more')}
    </>
  );
  return (
    <Popover size="sm" trigger={trigger} panelClassName="w-80 p-3">
      <Choices />
    </Popover>
  );
}

function Choices() {
  const t = useTranslations('audit');
  const { search, ask } = useAuditSearch();
  const { actorId, result } = search;
  const members = useQuery(memberChoices(useApi()));
  const toggled = (one: (typeof auditResults)[number]) =>
    auditResults.filter((r) => result.includes(r) !== (r === one));
  return (
    <div className="grid gap-3">
      <Field label={t('filter.actor')}>
        {(control) => (
          <Select {...control} value={actorId ?? ''} onChange={(event) => ask({ actorId: event.target.value || null })}>
            <option value="">{t('filter.anybody')}</option>
            {actorId && !members.data?.rows.some(({ id }) => id === actorId) && (
              <option value={actorId}>{actorId}</option>
            )}
            {members.data?.rows.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <fieldset className="grid gap-1.5">
        <legend className="mb-1.5 font-medium">{t('filter.result')}</legend>
        <div className="flex flex-wrap gap-x-4 gap-y-1">
          {auditResults.map((one) => (
            <Checkbox
              key={one}
              label={t(`result.${one}`)}
              checked={result.includes(one)}
              onChange={() => ask({ result: toggled(one) })}
            />
          ))}
        </div>
      </fieldset>
      <KindField />
      <IpField />
      <DayField name="from" />
      <DayField name="to" />
    </div>
  );
}
