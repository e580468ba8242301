import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { LanguageMenu } from '@/components/layout/language-menu';
import { PaletteButton } from '@/components/layout/palette-button';
import { Sidebar, type SidebarProps } from '@/components/layout/sidebar';
import { ThemeMenu } from '@/components/layout/theme-menu';
import { ToolsProvider } from '@/components/layout/tools';

/** What stays while pages change: sidebar at the side, the page (see Page) beside it. */
export function Shell({ children, ...rest }: SidebarProps & { children: ReactNode }) {
  const t = useTranslations('shell');
  const tools = (
    <>
      <PaletteButton />
      <LanguageMenu />
      <ThemeMenu />
    </>
  );
  return (
    <div className="md:grid md:grid-cols-[auto_minmax(0,1fr)]">
      <a
        href="#main"
        className="sr-only z-20 rounded-lg bg-accent px-3 py-2 font-medium text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {t('skip')}
      </a>
      <Sidebar {...rest} />
      <div className="flex min-h-dvh min-w-0 flex-col md:has-data-fill:h-dvh">
        <ToolsProvider tools={tools}>{children}</ToolsProvider>
      </div>
    </div>
  );
}
