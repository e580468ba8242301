'use client';

import { useTranslations } from 'next-intl';
import { ages } from '@/components/connections/list/ages';
import { useListWords } from '@/components/connections/list/list-words';
import { useConnectionSearch } from '@/components/connections/list/use-connection-search';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';

/** The rarer filters. */
export function MorePanel() {
  const t = useTranslations('connections.list');
  const { problems } = useListWords();
  const { search, ask } = useConnectionSearch();
  return (
    <div className="grid gap-3">
      {(['checkedBefore', 'authorizedBefore', 'authorizedAfter'] as const).map((name) => (
        <Field key={name} label={t(`filter.${name}`)}>
          {(control) => (
            <Select
              {...control}
              value={search[name] ?? ''}
              onChange={(event) => ask({ [name]: event.target.value || null })}
            >
              <option value="">{t('any')}</option>
              {ages.map((age) => (
                <option key={age} value={age}>
                  {t(`age.${age}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      ))}
      <Field label={t('filter.problem')}>
        {(control) => (
          <Select
            {...control}
            value={search.problem ?? ''}
            onChange={(event) => ask({ problem: event.target.value || null })}
          >
            <option value="">{t('any')}</option>
            {problems.map(({ key, headline }) => (
              <option key={key} value={key}>
                {headline}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Checkbox
        label={t('filter.checkFailing')}
        checked={search.checkFailing ?? false}
        onChange={(event) => ask({ checkFailing: event.target.checked || null })}
      />
      <Checkbox
        label={t('filter.archived')}
        checked={search.archived}
        onChange={(event) => ask({ archived: event.target.checked })}
      />
    </div>
  );
}
