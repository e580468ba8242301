'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Icon } from '@/components/ui/icon';
import { say } from '@/components/ui/say';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { Problem } from '../problem';
import { useMakeUrl } from '../use-make-url';
import { durationOf, durations } from './durations';

type SendUrlProps = { request: { appId: string; redirectUrl: string; connectionId?: string } | null };

/** The same URL for somebody else: bound to no browser, good for a while. */
export function SendUrl({ request }: SendUrlProps) {
  const t = useTranslations('authorizations.start');
  const [minutes, setMinutes] = useState(24 * 60);
  const { make, pending, error } = useMakeUrl((url) => void copy(url, t('copied')));
  const label = (each: number) => {
    const { unit, count } = durationOf(each);
    return t(`duration.${unit}`, { count });
  };
  return (
    <section className="grid gap-3 border-t pt-5">
      <div>
        <h2 className="font-semibold">{t('orSend')}</h2>
        <p className="text-mute">{t('orSendHint')}</p>
      </div>
      <div className="flex flex-wrap items-end gap-3">
        <Field label={t('validFor')} className="w-36">
          {(control) => (
            <Select {...control} value={minutes} onChange={(event) => setMinutes(Number(event.target.value))}>
              {durations.map((each) => (
                <option key={each} value={each}>
                  {label(each)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Button
          icon={<Icon name="copy" />}
          disabled={!request}
          pending={pending}
          onClick={() => request && make({ ...request, expiresInMinutes: minutes })}
        >
          {t('copyUrl')}
        </Button>
      </div>
      <Problem error={error} />
    </section>
  );
}

/** The page it leads to has the URL and a button, should the browser forbid this. */
async function copy(url: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(url);
    say(done);
  } catch {
    return;
  }
}
