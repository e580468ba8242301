'use client';

import { LogIn } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { signInAtProvider } from '@/lib/sign-in';

/** Leads to the provider, to prove there anew who it is, and back to this page. */
export function ToProvider({ name, losesForm = false }: { name: string | null; losesForm?: boolean }) {
  const t = useTranslations('ui.proof');
  const [leaving, setLeaving] = useState(false);
  if (name === null) return <p className="text-mute">{t('noProvider')}</p>;

  function leave() {
    setLeaving(true);
    const { pathname, search } = window.location;
    void signInAtProvider(pathname + search, { again: true });
  }
  return (
    <div className="grid justify-items-start gap-3">
      <p className="text-mute">
        {t('provider', { name })} {losesForm && t('losesForm')}
      </p>
      <Button icon={<LogIn />} pending={leaving} onClick={leave}>
        {t('go', { name })}
      </Button>
    </div>
  );
}
