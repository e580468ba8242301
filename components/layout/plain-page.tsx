import type { ReactNode } from 'react';
import { Wordmark } from '@/components/layout/wordmark';
import { cn } from '@/lib/cn';

type PlainPageProps = { sign?: ReactNode; menus?: ReactNode; width?: keyof typeof widths; children: ReactNode };

const widths = { sm: 'max-w-sm pt-[max(1.5rem,10vh)]', lg: 'max-w-2xl pt-6', xl: 'max-w-6xl pt-6' };

/** A page outside the shell. Without menus it costs a page nothing that may never need it: what went wrong, what is not there. */
export function PlainPage({ sign = <Wordmark />, menus, width = 'sm', children }: PlainPageProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex h-14 items-center gap-1 px-4 md:px-6">
        <div className="min-w-0 flex-1">{sign}</div>
        {menus}
      </header>
      <main id="main" className={cn('mx-auto w-full px-4 pb-12', widths[width])}>
        {children}
      </main>
    </div>
  );
}
