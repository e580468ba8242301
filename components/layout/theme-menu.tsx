'use client';

import { useTranslations } from 'next-intl';
import { chooseTheme, useTheme } from '@/components/layout/use-theme';
import { Icon } from '@/components/ui/icon';
import { Menu } from '@/components/ui/menu';
import { MenuChoice } from '@/components/ui/menu-item';

const themes = [
  { name: 'light', label: 'themeLight', icon: 'sun' },
  { name: 'dark', label: 'themeDark', icon: 'moon' },
  { name: 'system', label: 'themeSystem', icon: 'monitor' },
] as const;

export function ThemeMenu() {
  const t = useTranslations('shell');
  const chosen = useTheme();
  const trigger = (
    <>
      <Icon name="sun" className="dark:hidden" />
      <Icon name="moon" className="not-dark:hidden" />
    </>
  );
  return (
    <Menu trigger={trigger} label={t('theme')} size="icon">
      {themes.map(({ name, label, icon }) => (
        <MenuChoice key={name} icon={<Icon name={icon} />} chosen={chosen === name} onClick={() => chooseTheme(name)}>
          {t(label)}
        </MenuChoice>
      ))}
    </Menu>
  );
}
