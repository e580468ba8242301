'use client';

import { useTranslations } from 'next-intl';
import { Field } from '@/components/ui/field';
import { Radio, RadioGroup } from '@/components/ui/radio-group';
import { Select } from '@/components/ui/select';
import type { App } from '@/contract/apps';
import { isReady } from './choose';

const mostRadios = 6;

type AppChoiceProps = { apps: readonly App[]; value: string | null; onChange: (id: string) => void };

/** A few side by side, many in a list. One that TikTok still reviews is shown, and cannot be chosen. */
export function AppChoice({ apps, value, onChange }: AppChoiceProps) {
  const t = useTranslations('authorizations.start');
  const hint = (app: App) => (isReady(app) ? t('appId', { appId: app.appId ?? '' }) : t('incomplete'));
  if (apps.length > mostRadios) {
    return (
      <Field label={t('app')}>
        {(control) => (
          <Select {...control} value={value ?? ''} onChange={(event) => onChange(event.target.value)}>
            <option value="" disabled>
              {t('choose')}
            </option>
            {apps.map((app) => (
              <option key={app.id} value={app.id} disabled={!isReady(app)}>
                {`${app.name} · ${hint(app)}`}
              </option>
            ))}
          </Select>
        )}
      </Field>
    );
  }
  return (
    <RadioGroup legend={t('app')}>
      {apps.map((app) => (
        <Radio
          key={app.id}
          name="app"
          value={app.id}
          label={app.name}
          hint={<span className="tabular-nums">{hint(app)}</span>}
          disabled={!isReady(app)}
          checked={app.id === value}
          onChange={() => onChange(app.id)}
        />
      ))}
    </RadioGroup>
  );
}
