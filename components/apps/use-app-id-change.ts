'use client';

import { useFormContext } from 'react-hook-form';
import type { AppFormValues } from '@/components/apps/app-form-values';

/** TikTok shows an App ID only once it has approved the app: a form that gets one may say so. */
export function useAppIdChange() {
  const { getValues, setValue } = useFormContext<AppFormValues>();
  return () => {
    const { appId, reviewStatus } = getValues();
    const waiting = reviewStatus === 'applied' || reviewStatus === 'in_review';
    if (appId && waiting) setValue('reviewStatus', 'approved', { shouldDirty: true });
  };
}
