'use client';

import { useTranslations } from 'next-intl';
import { Callout } from '@/components/ui/callout';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { Radio, RadioGroup } from '@/components/ui/radio-group';
import type { App } from '@/contract/apps';
import { paths } from '@/lib/paths';
import { useSession } from '@/lib/session';

type RedirectChoiceProps = { app: App; value: string | null; onChange: (url: string) => void };

/** Where TikTok sends its answer: to us, or to a page that does not load and whose address is pasted. */
export function RedirectChoice({ app, value, onChange }: RedirectChoiceProps) {
  const t = useTranslations('authorizations.start');
  const { team, may } = useSession();
  if (app.redirectUrls.length === 0) {
    const open = (
      <LinkButton href={paths.app(team.slug, app.id)} size="sm">
        {t('openApp')}
      </LinkButton>
    );
    return (
      <Callout
        announce
        tone="degraded"
        icon={<Icon name="link-2-off" />}
        title={t('noRedirectUrl', { name: app.name })}
        actions={may('apps.write') && open}
      />
    );
  }
  return (
    <RadioGroup legend={t('redirectUrl')}>
      {app.redirectUrls.map(({ url, arrival }) => (
        <Radio
          key={url}
          name="redirectUrl"
          value={url}
          label={
            <span translate="no" className="font-mono text-xs break-all">
              {url}
            </span>
          }
          hint={t(arrival)}
          checked={url === value}
          onChange={() => onChange(url)}
        />
      ))}
    </RadioGroup>
  );
}
