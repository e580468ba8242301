import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { conditionOf } from '@/components/connections/advertisers/condition-of';

/** The word that an ad account's status has everywhere. */
export function useStatusWord(): (status: string | null) => string {
  const t = useTranslations('connections.advertisers.status');
  return useCallback((status) => t(conditionOf(status)), [t]);
}
