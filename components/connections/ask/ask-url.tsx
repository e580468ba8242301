'use client';

import { useTranslations } from 'next-intl';
import { CodeBlock } from '@/components/ui/code-block';
import { TextLink } from '@/components/ui/text-link';
import { DateTime } from '@/components/ui/time';
import { paths } from '@/lib/paths';
import { useSession } from '@/lib/session';

export function AskUrl({ made: { id, url, expiresAt } }: { made: { id: string; url: string; expiresAt: string } }) {
  const t = useTranslations('connections.ask');
  const { team } = useSession();
  return (
    <div className="grid gap-2">
      <p role="status">{t.rich('made', { date: () => <DateTime at={expiresAt} className="font-semibold" /> })}</p>
      <CodeBlock text={url} label={t('url')} />
      <p>
        <TextLink href={paths.authorization(team.slug, id)}>{t('follow')}</TextLink>
      </p>
    </div>
  );
}
