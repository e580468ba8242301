'use client';

import { useTranslations } from 'next-intl';
import type { TikTokFailure } from '@/contract/shapes';
import { tikTokKeys, tikTokMeaning } from '@/contract/tiktok-codes';

/** What a failure of TikTok's means and who can mend it; one that a newer version stored reads as an unknown refusal. */
export function useTikTokWording() {
  const t = useTranslations('tiktok');
  return (failure: Pick<TikTokFailure, 'key'>) => {
    const key = tikTokKeys.find((known) => known === failure.key) ?? 'other_refusal';
    return {
      headline: t(`${key}.headline`),
      cause: t(`${key}.cause`),
      action: t(`${key}.action`),
      who: tikTokMeaning(key).who,
    };
  };
}
