'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { keepCookie } from '@/components/layout/keep-cookie';
import { Icon } from '@/components/ui/icon';
import { Menu } from '@/components/ui/menu';
import { MenuChoice } from '@/components/ui/menu-item';
import { localeCookie, localeNames, locales } from '@/lib/locale';

export function LanguageMenu() {
  const t = useTranslations('shell');
  const [locale, router] = [useLocale(), useRouter()];
  const trigger = (
    <>
      <Icon name="languages" />
      <span className="sr-only">{t('language')}</span>
      <span lang={locale} className="max-sm:sr-only">
        {locale === 'en' ? 'EN' : localeNames[locale]}
      </span>
    </>
  );
  return (
    <Menu trigger={trigger}>
      {locales.map((other) => (
        <MenuChoice
          key={other}
          lang={other}
          chosen={other === locale}
          onClick={() => {
            keepCookie(localeCookie, other);
            router.refresh();
          }}
        >
          {localeNames[other]}
        </MenuChoice>
      ))}
    </Menu>
  );
}
