'use client';

import { Monitor, Moon, Sun } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useTheme } from 'next-themes';
import { useSyncExternalStore } from 'react';
import { Menu } from '@/components/ui/menu';
import { MenuChoice } from '@/components/ui/menu-item';

const themes = [
  { name: 'light', label: 'themeLight', Icon: Sun },
  { name: 'dark', label: 'themeDark', Icon: Moon },
  { name: 'system', label: 'themeSystem', Icon: Monitor },
] as const;

export function ThemeMenu() {
  const t = useTranslations('shell');
  const { theme, setTheme } = useTheme();
  const awake = useAwake();
  const trigger = (
    <>
      <Sun aria-hidden className="dark:hidden" />
      <Moon aria-hidden className="not-dark:hidden" />
    </>
  );
  return (
    <Menu trigger={trigger} label={t('theme')} size="icon">
      {themes.map(({ name, label, Icon }) => (
        <MenuChoice
          key={name}
          icon={<Icon aria-hidden />}
          chosen={awake && theme === name}
          onClick={() => setTheme(name)}
        >
          {t(label)}
        </MenuChoice>
      ))}
    </Menu>
  );
}

/** False while the page wakes up: only the browser knows the theme that was chosen. */
const useAwake = () =>
  useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
