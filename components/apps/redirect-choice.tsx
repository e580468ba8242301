import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { App } from '@/contract/apps';
import { ArrivalBadge } from '@/components/apps/arrival-badge';
import { Radio, RadioGroup } from '@/components/ui/radio-group';

type RedirectChoiceProps = { urls: App['redirectUrls']; value: string; onChange: (url: string) => void };

/** Where TikTok sends people back to. A single one is no choice, and still worth knowing. */
export function RedirectChoice({ urls, value, onChange }: RedirectChoiceProps) {
  const t = useTranslations('apps');
  const name = useId();
  return (
    <RadioGroup legend={t('url.redirectUrl')}>
      {urls.map(({ url, arrival }) => (
        <Radio
          key={url}
          name={name}
          value={url}
          checked={url === value}
          onChange={() => onChange(url)}
          label={
            <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <span translate="no" className="font-mono text-xs break-all">
                {url}
              </span>
              <ArrivalBadge arrival={arrival} />
            </span>
          }
          hint={t(`arrival.${arrival}Hint`)}
        />
      ))}
    </RadioGroup>
  );
}
