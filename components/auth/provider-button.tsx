'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { signInAtProvider } from '@/lib/sign-in';

/** Leaves for the provider `name`. `next`: a path on this site, checked by the page. */
export function ProviderButton({ name, next }: { name: string; next: string }) {
  const t = useTranslations('auth.provider');
  const [pending, setPending] = useState(false);

  function leave() {
    setPending(true);
    void signInAtProvider(next);
  }
  return (
    <div className="grid gap-4">
      <p
        aria-hidden
        className="flex items-center gap-3 text-mute before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line"
      >
        {t('or')}
      </p>
      <Button icon={<Icon name="log-in" />} pending={pending} onClick={leave}>
        {t('action', { name })}
      </Button>
    </div>
  );
}
