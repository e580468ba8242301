'use client';

import { Link } from '@/components/ui/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { navigationId } from '@/components/layout/navigation-id';
import { cn } from '@/lib/cn';

type NavLinkProps = {
  href: string;
  /** Pages below it are places of their own. */
  exact?: boolean;
  icon: ReactNode;
  count?: ReactNode;
  children: ReactNode;
};

export function NavLink({ href, exact = false, icon, count, children }: NavLinkProps) {
  const path = usePathname();
  const here = path === href || (!exact && path.startsWith(`${href}/`));
  return (
    <Link
      href={href}
      aria-current={here ? 'page' : undefined}
      onClick={closeDrawer}
      className={cn(
        'flex h-8.5 items-center gap-2.5 rounded-lg border px-2 transition-colors duration-100 hover:text-ink [&_svg]:size-4',
        here ? 'border-line bg-panel font-semibold text-ink' : 'border-transparent text-mute',
      )}
    >
      {icon}
      <span className="flex-1 truncate">{children}</span>
      {count !== undefined && <span className="font-normal text-mute tabular-nums">{count}</span>}
    </Link>
  );
}

function closeDrawer() {
  const drawer = document.getElementById(navigationId);
  if (drawer?.matches(':popover-open')) drawer.hidePopover();
}
