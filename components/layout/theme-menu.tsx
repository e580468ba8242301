'use client';

import { Monitor, Moon, Sun } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { chooseTheme, useTheme } from '@/components/layout/use-theme';
import { Menu } from '@/components/ui/menu';
import { MenuChoice } from '@/components/ui/menu-item';

const themes = [
  { name: 'light', label: 'themeLight', Icon: Sun },
  { name: 'dark', label: 'themeDark', Icon: Moon },
  { name: 'system', label: 'themeSystem', Icon: Monitor },
] as const;

export function ThemeMenu() {
  const t = useTranslations('shell');
  const chosen = useTheme();
  const trigger = (
    <>
      <Sun aria-hidden className="dark:hidden" />
      <Moon aria-hidden className="not-dark:hidden" />
    </>
  );
  return (
    <Menu trigger={trigger} label={t('theme')} size="icon">
      {themes.map(({ name, label, Icon }) => (
        <MenuChoice key={name} icon={<Icon aria-hidden />} chosen={chosen === name} onClick={() => chooseTheme(name)}>
          {t(label)}
        </MenuChoice>
      ))}
    </Menu>
  );
}
