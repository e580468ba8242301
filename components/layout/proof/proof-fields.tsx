'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SecretInput } from '@/components/ui/secret-input';
import { Skeleton } from '@/components/ui/skeleton';
import { readFailure } from '@/lib/api-failure';
import type { useProof } from '@/lib/use-proof';
import { ToProvider } from './to-provider';

type ProofFieldsProps = Pick<ReturnType<typeof useProof>, 'proof' | 'wanted'> & {
  error: Error | null;
  hint?: ReactNode;
  /** Keeps what was filled in beside it, for the way to the provider and back. */
  onLeave?: () => void;
  /** Takes the focus when it comes: nothing else is asked. */
  alone?: boolean;
};

/** Whether a refusal is about what these fields hold, and stands beside them. */
export const isWrongProof = (error: Error | null): boolean =>
  ['wrong_password', 'wrong_code'].includes(readFailure(error).reason ?? '');

/** Asks who it is: for the password, for a code of who has none, or to go to the provider. */
export function ProofFields({ proof, wanted, error, hint, onLeave, alone }: ProofFieldsProps) {
  const t = useTranslations('ui.proof');
  const wrong = isWrongProof(error);
  switch (wanted) {
    case undefined:
      return <Skeleton className="h-9" />;
    case 'nothing':
      return null;
    case 'password':
      return (
        <Field label={t('password')} hint={hint} error={wrong && t('wrong_password')}>
          {(control) => (
            <SecretInput {...control} name="password" autoComplete="current-password" required autoFocus={alone} />
          )}
        </Field>
      );
    case 'code':
      return (
        <Field label={t('code')} hint={hint} error={wrong && t('wrong_code')}>
          {(control) => (
            <Input
              {...control}
              name="code"
              autoComplete="one-time-code"
              spellCheck={false}
              required
              autoFocus={alone}
              className="font-mono"
            />
          )}
        </Field>
      );
    case 'provider':
      return <ToProvider name={proof?.provider ?? null} onLeave={onLeave} />;
  }
}
