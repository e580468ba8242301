import type { ComponentProps, ReactNode } from 'react';
import { Icon } from '@/components/ui/icon';
import { cn } from '@/lib/cn';

/** Scrolls sideways inside its frame, so that the page never does. `label` names it and its scrolling region. */
export function Table({ label, className, children, ...rest }: ComponentProps<'table'> & { label: string }) {
  return (
    <div role="region" aria-label={label} tabIndex={0} className="relative overflow-x-auto rounded-xl border bg-panel">
      <table aria-label={label} className={cn('w-full border-collapse text-start', className)} {...rest}>
        {children}
      </table>
    </div>
  );
}

export const TableHead = ({ children }: { children: ReactNode }) => (
  <thead className="border-b">
    <tr>{children}</tr>
  </thead>
);

export const TableBody = (props: ComponentProps<'tbody'>) => <tbody {...props} />;

export function TableRow({ selected, className, ...rest }: ComponentProps<'tr'> & { selected?: boolean }) {
  return (
    <tr
      aria-selected={selected}
      className={cn('border-b last:border-b-0', selected ? 'bg-accent-ground' : 'hover:bg-hover', className)}
      {...rest}
    />
  );
}

type Direction = 'ascending' | 'descending';
type HeaderCellProps = Omit<ComponentProps<'th'>, 'onClick'> & {
  sorted?: Direction;
  onSort?: () => void;
  number?: boolean;
};

export function HeaderCell({ sorted, onSort, number, className, children, ...rest }: HeaderCellProps) {
  const arrow = sorted === 'ascending' ? 'arrow-up' : 'arrow-down';
  return (
    <th
      scope="col"
      aria-sort={sorted}
      className={cn('h-9 px-3 font-medium whitespace-nowrap text-mute', number ? 'text-end' : 'text-start', className)}
      {...rest}
    >
      {onSort ? (
        <button type="button" onClick={onSort} className="inline-flex items-center gap-1 rounded hover:text-ink">
          {children}
          <Icon name={arrow} className={cn('size-3.5', !sorted && 'invisible')} />
        </button>
      ) : (
        children
      )}
    </th>
  );
}

/** `number` lines digits up at the end of the cell. */
export function Cell({ number, className, ...rest }: ComponentProps<'td'> & { number?: boolean }) {
  return <td className={cn('h-11 px-3 base:py-1', number && 'text-end tabular-nums', className)} {...rest} />;
}
