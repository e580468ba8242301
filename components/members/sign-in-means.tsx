'use client';

import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Icon } from '@/components/ui/icon';
import type { Member } from '@/contract/members';

/** How somebody signs in, and whether a password alone is enough. */
export function SignInMeans({ details: { signIn, secondFactor } }: { details: NonNullable<Member['details']> }) {
  const t = useTranslations('members');
  const icon = secondFactor ? 'shield-check' : 'shield-alert';
  return (
    <span className="grid justify-items-start gap-1 whitespace-nowrap">
      {signIn.length > 0 ? (
        signIn.map((means) => t(means)).join(', ')
      ) : (
        <span className="text-mute">{t('noSignIn')}</span>
      )}
      <Badge tone={secondFactor ? 'ok' : 'neutral'} icon={<Icon name={icon} />}>
        {t(secondFactor ? 'secondFactor' : 'noSecondFactor')}
      </Badge>
    </span>
  );
}
