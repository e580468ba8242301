'use client';

import { useTranslations } from 'next-intl';
import { exampleOf } from '@/components/keys/create/example-of';
import type { Made } from '@/components/keys/create/use-create';
import { CodeBlock } from '@/components/ui/code-block';

/** The key, and a call to try it with. */
export function MadeKey({ made: { key, apiKey } }: { made: Made }) {
  const t = useTranslations('keys.make');
  return (
    <div className="grid gap-4">
      <CodeBlock text={key} label={t('key')} />
      <div className="grid gap-1.5">
        <p className="font-medium">{t('try')}</p>
        <CodeBlock text={exampleOf(window.location.origin, key, apiKey)} label={t('try')} />
      </div>
    </div>
  );
}
