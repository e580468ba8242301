'use client';

import { useTranslations } from 'next-intl';
import { Callout } from '@/components/ui/callout';
import { Icon } from '@/components/ui/icon';
import { TextLink } from '@/components/ui/text-link';
import type { Authorization } from '@/contract/authorizations';
import { paths } from '@/lib/paths';
import { useSession } from '@/lib/session';
import { useFailureWording } from './use-failure-wording';

/** Whether it goes on only once somebody enters the app's Secret again. */
export const waitsForSecret = ({ failure }: Pick<Authorization, 'failure'>): boolean =>
  failure?.key === 'secret_tampered';

/** What is stored of the app's Secret was altered: it says so, and where to enter it again. */
export function WaitsForSecret({ authorization: { app, failure } }: { authorization: Authorization }) {
  const t = useTranslations('authorizations.exchanging');
  const { team } = useSession();
  const wording = useFailureWording();
  if (!failure) return null;
  const { headline, cause, action } = wording(failure);
  return (
    <Callout
      tone="broken"
      icon={<Icon name="circle-alert" />}
      title={headline}
      actions={<TextLink href={paths.editApp(team.slug, app.id)}>{t('enterSecret')}</TextLink>}
    >
      <p>{cause}</p>
      <p className="mt-1">{action}</p>
      <p className="mt-1">{t('waitsText')}</p>
    </Callout>
  );
}
