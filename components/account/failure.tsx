'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Icon } from '@/components/ui/icon';
import { readFailure } from '@/lib/api-failure';
import { paths } from '@/lib/paths';
import { signInAtProvider } from '@/lib/sign-in';

const reasons = [
  'wrong_password',
  'wrong_code',
  'same_password',
  'common_password',
  'no_password',
  'not_started',
  'on_already',
] as const;
const codes = ['rate_limited', 'not_found', 'unavailable'] as const;

/** Why an act upon the account was refused, in the reader's language; null for none. */
export function useFailureText() {
  const t = useTranslations('account.failure');
  return (error: Error | null): string | undefined => {
    if (!error) return undefined;
    const { code, reason, field, message } = readFailure(error);
    const known = reasons.find((word) => word === reason) ?? codes.find((word) => word === code);
    if (known) return t(known);
    if (code === 'invalid_input' && field === 'password') return t('password_short');
    return code === null ? t('offline') : t('other', { message });
  };
}

/** Whether an act goes on once the password is given. */
export const wantsPassword = (error: Error | null): boolean => readFailure(error).code === 'password_needed';

/** Stays until what failed succeeds. Of what stands beside a field already, `told`, nothing is said again. */
export function FailureCallout({ error, told = false }: { error: Error | null; told?: boolean }) {
  const t = useTranslations('account.failure');
  const text = useFailureText();
  if (!error || told) return null;
  const again = readFailure(error).reason === 'no_password' && (
    <Button onClick={() => void signInAtProvider(paths.account(), { again: true })}>{t('again')}</Button>
  );
  return (
    <Callout tone="broken" icon={<Icon name="circle-alert" />} title={t('title')} actions={again} announce>
      {text(error)}
    </Callout>
  );
}
