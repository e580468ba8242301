'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { TikTokLink } from '@/components/apps/tiktok-link';
import { CodeBlock } from '@/components/ui/code-block';

/** TikTok's own procedure in short, its buttons named as TikTok names them. */
export function TikTokSteps({ callbackUrl }: { callbackUrl: string }) {
  const t = useTranslations('apps.steps');
  const ui = (chunks: ReactNode) => (
    <b lang="en" className="font-semibold">
      {chunks}
    </b>
  );
  return (
    <div className="grid gap-4">
      <ol className="grid max-w-prose list-decimal gap-3 ps-5 marker:font-semibold marker:text-mute">
        <li>{t('developer')}</li>
        <li>
          <div className="grid gap-2">
            <span>{t.rich('create', { ui })}</span>
            <CodeBlock text={callbackUrl} label={t('callback')} />
            <span className="text-mute">{t('unreachable')}</span>
          </div>
        </li>
        <li>{t.rich('review', { ui })}</li>
        <li>{t.rich('copy', { ui })}</li>
      </ol>
      <p>
        <TikTokLink>{t('atTikTok')}</TikTokLink>
      </p>
    </div>
  );
}
