import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { navigationId } from '@/components/layout/navigation-id';
import { ToolsSlot } from '@/components/layout/tools';
import { Breadcrumb, type Crumb } from '@/components/ui/breadcrumb';
import { buttonStyle } from '@/components/ui/button-style';
import { Icon } from '@/components/ui/icon';
import { cn } from '@/lib/cn';

type PageProps = {
  trail: readonly Crumb[];
  /** `narrow` for forms and procedures. */
  width?: 'full' | 'narrow';
  /** As high as the window, where there is room: a long table in it scrolls by itself. */
  fill?: boolean;
  children: ReactNode;
};

/** One page inside the shell: the bar that says where we are, and the main landmark. */
export function Page({ trail, width = 'full', fill, children }: PageProps) {
  const t = useTranslations('shell');
  return (
    <>
      <header className="sticky top-0 z-10 flex h-13 shrink-0 items-center gap-2 border-b bg-paper px-3 md:px-5">
        <button
          type="button"
          popoverTarget={navigationId}
          aria-label={t('openNavigation')}
          className={cn(buttonStyle({ variant: 'ghost', size: 'icon' }), 'md:hidden')}
        >
          <Icon name="menu" />
        </button>
        <Breadcrumb trail={trail} />
        <div className="ms-auto flex items-center gap-1">
          <ToolsSlot />
        </div>
      </header>
      <main
        id="main"
        tabIndex={-1}
        data-fill={fill}
        className={cn(
          'grid min-w-0 content-start gap-4 px-3 py-4 outline-none md:px-5',
          fill && 'md:flex md:min-h-112 md:flex-1 md:flex-col',
          width === 'narrow' && 'mx-auto w-full max-w-2xl',
        )}
      >
        {children}
      </main>
    </>
  );
}
