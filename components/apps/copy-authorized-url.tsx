'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { FailureCallout } from '@/components/apps/failure';
import { Button } from '@/components/ui/button';
import { CodeBlock } from '@/components/ui/code-block';
import { Icon } from '@/components/ui/icon';
import { Select } from '@/components/ui/select';
import { TextLink } from '@/components/ui/text-link';
import { DateTime } from '@/components/ui/time';
import { useCopy } from '@/components/ui/use-copy';
import { useApi } from '@/lib/api';
import { paths } from '@/lib/paths';
import { useSession } from '@/lib/session';

const lifetimes = [
  { unit: 'minutes', count: 15, minutes: 15 },
  { unit: 'hours', count: 1, minutes: 60 },
  { unit: 'hours', count: 24, minutes: 1440 },
  { unit: 'days', count: 7, minutes: 10_080 },
  { unit: 'days', count: 30, minutes: 43_200 },
  { unit: 'days', count: 90, minutes: 129_600 },
] as const;

/** Makes an Authorized URL bound to nobody, copies it, and keeps it in sight. */
export function CopyAuthorizedUrl({ appId, redirectUrl }: { appId: string; redirectUrl: string }) {
  const t = useTranslations('apps.url');
  const api = useApi();
  const queryClient = useQueryClient();
  const id = useId();
  const [minutes, setMinutes] = useState(1440);
  const { copy, outcome } = useCopy();
  const { mutate, isPending, data, error } = useMutation(
    api.authorizations.create.mutationOptions({
      onSuccess: ({ url }) => {
        void copy(url);
        return queryClient.invalidateQueries({ queryKey: api.authorizations.key() });
      },
    }),
  );

  return (
    <section aria-label={t('copy')} className="grid gap-3 border-t pt-4">
      <p className="text-mute">{t('copyHint')}</p>
      <div className="flex flex-wrap items-center gap-2">
        <label htmlFor={id}>{t('expiry')}</label>
        <Select id={id} className="w-36" value={minutes} onChange={(event) => setMinutes(Number(event.target.value))}>
          {lifetimes.map(({ unit, count, minutes }) => (
            <option key={minutes} value={minutes}>
              {t(unit, { count })}
            </option>
          ))}
        </Select>
        <Button
          icon={outcome === 'copied' ? <Icon name="check" className="text-ok" /> : <Icon name="copy" />}
          pending={isPending}
          onClick={() => mutate({ id: appId, redirectUrl, bound: false, expiresInMinutes: minutes })}
        >
          {t('copy')}
        </Button>
      </div>
      <FailureCallout error={error} />
      {data && <MadeUrl {...data} />}
    </section>
  );
}

function MadeUrl({ id, url, expiresAt }: { id: string; url: string; expiresAt: string }) {
  const t = useTranslations('apps.url');
  const { team } = useSession();
  return (
    <div className="grid gap-2" role="status">
      <p>{t.rich('made', { date: () => <DateTime at={expiresAt} className="font-semibold" /> })}</p>
      <CodeBlock text={url} label={t('title')} />
      <p>
        <TextLink href={paths.authorization(team.slug, id)}>{t('follow')}</TextLink>
      </p>
    </div>
  );
}
