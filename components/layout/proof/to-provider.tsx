'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { signInAtProvider } from '@/lib/sign-in';

/** Leads to the provider, to prove there anew who it is, and back to this page. */
export function ToProvider({ name, onLeave }: { name: string | null; onLeave?: () => void }) {
  const t = useTranslations('ui.proof');
  const [leaving, setLeaving] = useState(false);
  if (name === null) return <p className="text-mute">{t('noProvider')}</p>;

  function leave() {
    setLeaving(true);
    onLeave?.();
    const { pathname, search } = window.location;
    void signInAtProvider(pathname + search, { again: true });
  }
  return (
    <div className="grid justify-items-start gap-3">
      <p className="text-mute">
        {t('provider', { name })} {onLeave && t('keepsForm')}
      </p>
      <Button icon={<Icon name="log-in" />} pending={leaving} onClick={leave}>
        {t('go', { name })}
      </Button>
    </div>
  );
}
