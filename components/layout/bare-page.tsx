import type { ComponentProps } from 'react';
import { LanguageMenu } from '@/components/layout/language-menu';
import { PlainPage } from '@/components/layout/plain-page';
import { ThemeMenu } from '@/components/layout/theme-menu';

/** A page outside the shell, with what a reader may want to change: signing in, receipts, what people without an account see. */
export function BarePage(props: Omit<ComponentProps<typeof PlainPage>, 'menus'>) {
  const menus = (
    <>
      <LanguageMenu />
      <ThemeMenu />
    </>
  );
  return <PlainPage menus={menus} {...props} />;
}
