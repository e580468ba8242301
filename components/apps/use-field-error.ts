'use client';

import { useTranslations } from 'next-intl';
import type { FieldError } from 'react-hook-form';

const known = [
  'required',
  'too_long',
  'too_short',
  'no_spaces',
  'not_an_address',
  'no_fragment',
  'no_credentials',
  'duplicate',
] as const;

/** The wording of what a shape of the contract says against a field. */
export function useFieldError() {
  const t = useTranslations('apps.error');
  return (error: FieldError | undefined) => error && t(known.find((word) => word === error.message) ?? 'invalid');
}
