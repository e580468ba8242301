'use client';

import { useTranslations } from 'next-intl';
import { useKindWording } from '@/components/audit/use-action-wording';
import { useAuditSearch } from '@/components/audit/use-audit-search';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { auditObjectKinds } from '@/contract/audit-words';

/** What kind of thing an event is about. */
export function KindField() {
  const t = useTranslations('audit.filter');
  const kindWording = useKindWording();
  const { search, ask } = useAuditSearch();
  return (
    <Field label={t('kind')}>
      {(control) => (
        <Select
          {...control}
          value={search.objectKind ?? ''}
          onChange={({ target: { value } }) =>
            ask({ objectKind: auditObjectKinds.find((kind) => kind === value) ?? null })
          }
        >
          <option value="">{t('anyKind')}</option>
          {auditObjectKinds.map((kind) => (
            <option key={kind} value={kind}>
              {kindWording(kind)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
