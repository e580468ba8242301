'use client';

import { useTranslations } from 'next-intl';
import { reachLooks } from '@/components/advertisers/reach-looks';
import { Callout } from '@/components/ui/callout';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import type { Advertiser } from '@/contract/advertisers';
import { paths } from '@/lib/paths';
import { useSession } from '@/lib/session';

/** What stands between the team and losing the advertiser, and the one way out. Nothing where several people reach it. */
export function ReachWarning({ advertiser: { reach } }: { advertiser: Advertiser }) {
  const t = useTranslations('advertisers.warning');
  const { team, may } = useSession();
  if (reach === 'several') return null;
  const { icon, tone } = reachLooks[reach];
  return (
    <Callout
      tone={tone}
      icon={<Icon name={icon} />}
      title={t(`${reach}.title`)}
      actions={
        may('authorizations.create') && (
          <LinkButton variant="primary" icon={<Icon name="plus" />} href={paths.connect(team.slug)}>
            {t(`${reach}.act`)}
          </LinkButton>
        )
      }
    >
      {t(`${reach}.text`)}
    </Callout>
  );
}
