'use client';

import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { MenuItem } from '@/components/ui/menu-item';
import { signOut } from '@/lib/sign-out';

export function SignOutItem() {
  const t = useTranslations('shell');
  return (
    <MenuItem icon={<Icon name="log-out" />} onClick={() => void signOut()}>
      {t('signOut')}
    </MenuItem>
  );
}
