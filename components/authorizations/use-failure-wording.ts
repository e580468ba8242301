'use client';

import { useTranslations } from 'next-intl';
import type { TikTokFailure } from '@/contract/shapes';
import { type TikTokKey, tikTokKeys } from '@/contract/tiktok-codes';

/** A key that this version does not know (a row of a newer one) reads as an unexplained refusal. */
export function knownKey({ key }: Pick<TikTokFailure, 'key'>): TikTokKey {
  return tikTokKeys.find((known) => known === key) ?? 'other_refusal';
}

/** Headline, cause and action of a failure in the reader's language. */
export function useFailureWording() {
  const t = useTranslations('tiktok');
  return (failure: TikTokFailure) => {
    const key = knownKey(failure);
    return { headline: t(`${key}.headline`), cause: t(`${key}.cause`), action: t(`${key}.action`) };
  };
}
