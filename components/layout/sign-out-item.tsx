'use client';

import { LogOut } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { MenuItem } from '@/components/ui/menu-item';
import { signOut } from '@/lib/sign-out';

export function SignOutItem() {
  const t = useTranslations('shell');
  return (
    <MenuItem icon={<LogOut aria-hidden />} onClick={() => void signOut()}>
      {t('signOut')}
    </MenuItem>
  );
}
