'use client';

import { useTranslations } from 'next-intl';
import { Checkbox } from '@/components/ui/checkbox';
import { useSession } from '@/lib/session';

type OverrideProps = { checked: boolean; onChange: (checked: boolean) => void };

/** An admin's word that a code belongs here, although its state does not say so. */
export function Override({ checked, onChange }: OverrideProps) {
  const t = useTranslations('authorizations.paste.override');
  const { may } = useSession();
  if (!may('authorizations.override')) return <p className="text-mute">{t('admins')}</p>;
  return <Checkbox label={t('label')} checked={checked} onChange={(event) => onChange(event.target.checked)} />;
}
