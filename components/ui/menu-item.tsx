import { Icon } from '@/components/ui/icon';
import { Link } from '@/components/ui/link';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from '@/lib/cn';

const row =
  'flex w-full items-center gap-2.5 rounded-lg px-2.5 py-1.5 text-start hover:bg-hover focus-visible:bg-hover focus-visible:-outline-offset-2 aria-disabled:opacity-50 [&_svg]:size-4 base:[&_svg]:text-mute';

type MenuItemProps = Omit<ComponentProps<'button'>, 'disabled'> & {
  icon?: ReactNode;
  danger?: boolean;
  disabled?: boolean;
};

export function MenuItem({ icon, danger, disabled, onClick, className, children, ...rest }: MenuItemProps) {
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      aria-disabled={disabled || undefined}
      onClick={disabled ? (event) => event.stopPropagation() : onClick}
      className={cn(row, danger && 'text-broken [&_svg]:text-broken', className)}
      {...rest}
    >
      {icon}
      {children}
    </button>
  );
}

export function MenuLink({ icon, className, children, ...rest }: ComponentProps<typeof Link> & { icon?: ReactNode }) {
  return (
    <Link role="menuitem" tabIndex={-1} className={cn(row, className)} {...rest}>
      {icon}
      {children}
    </Link>
  );
}

type MenuChoiceProps = ComponentProps<'button'> & { chosen: boolean; icon?: ReactNode };

/** One of several that exclude each other. */
export function MenuChoice({ chosen, icon, className, children, ...rest }: MenuChoiceProps) {
  return (
    <button
      type="button"
      role="menuitemradio"
      aria-checked={chosen}
      tabIndex={-1}
      className={cn(row, className)}
      {...rest}
    >
      {icon}
      <span className="flex-1">{children}</span>
      <Icon name="check" className={chosen ? 'text-accent!' : 'invisible'} />
    </button>
  );
}

export const MenuHeading = ({ children }: { children: ReactNode }) => (
  <div className="px-2.5 pt-2 pb-1 text-xs font-medium text-mute">{children}</div>
);

export const MenuSeparator = () => <div role="separator" className="-mx-1 my-1 border-t" />;
