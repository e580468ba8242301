'use client';

import { useTranslations } from 'next-intl';
import { FailureCallout, useFailureText } from '@/components/account/failure';
import { CopyButton } from '@/components/ui/copy-button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { readFailure } from '@/lib/api-failure';

/** `qr`: an SVG of the key, for an app that scans it; who cannot scan types the key in. */
export function KeyStep({ qr, secret, error }: { qr: string; secret: string; error: Error | null }) {
  const t = useTranslations('account.setUp');
  const text = useFailureText();
  const wrong = readFailure(error).reason === 'wrong_code';
  return (
    <>
      {/* White in either theme: that is what cameras read. */}
      {/* eslint-disable-next-line @next/next/no-img-element -- made for this once, nothing to optimize */}
      <img
        src={`data:image/svg+xml,${encodeURIComponent(qr)}`}
        alt={t('qr')}
        className="mx-auto size-44 rounded-lg border bg-white"
      />
      <div className="grid gap-1.5">
        <span className="font-medium">{t('key')}</span>
        <span className="flex items-center gap-2">
          <code translate="no" className="min-w-0 flex-1 rounded bg-sunken px-2 py-1 font-mono text-xs">
            {secret.match(/.{1,4}/g)?.join(' ')}
          </code>
          <CopyButton text={secret} size="sm" />
        </span>
      </div>
      <Field label={t('code')} error={wrong && text(error)}>
        {(control) => (
          <Input
            {...control}
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={10}
            required
            autoFocus
            className="font-mono sm:w-40"
          />
        )}
      </Field>
      <FailureCallout error={error} told={wrong} />
    </>
  );
}
