'use client';

import { useTranslations } from 'next-intl';
import { Callout } from '@/components/ui/callout';
import { Icon } from '@/components/ui/icon';
import { readFailure } from '@/lib/api-failure';

const known = ['too_many_views', 'forbidden', 'not_found', 'rate_limited', 'unavailable'] as const;

/** Why a view was not kept, changed or removed. A name that is taken is said at its field instead. */
export function ViewFailure({ error }: { error: Error | null }) {
  const t = useTranslations('shell.views');
  if (!error || isNameTaken(error)) return null;
  const { code, reason, message } = readFailure(error);
  const word = known.find((one) => one === reason || one === code);
  return (
    <Callout tone="broken" icon={<Icon name="circle-alert" />} announce title={t('failed')}>
      {word ? t(`failure.${word}`) : code === null ? t('failure.offline') : t('failure.other', { message })}
    </Callout>
  );
}

export const isNameTaken = (error: Error | null) => error !== null && readFailure(error).reason === 'view_name_taken';
