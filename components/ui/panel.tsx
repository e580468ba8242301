import { type ComponentProps, type ReactNode, useId } from 'react';
import { cn } from '@/lib/cn';

type PanelProps = Omit<ComponentProps<'section'>, 'title'> & {
  title?: ReactNode;
  count?: ReactNode;
  /** Stands at the end of the title's line. */
  actions?: ReactNode;
};

/** A sheet on the paper, with a heading when it has a `title`. */
export function Panel({ title, count, actions, className, children, ...rest }: PanelProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={title ? id : undefined}
      className={cn('min-w-0 rounded-xl border bg-panel p-4', className)}
      {...rest}
    >
      {(title || actions) && (
        <header className="mb-3 flex min-h-7 flex-wrap items-center gap-2">
          {title && (
            <h2 id={id} className="font-semibold">
              {title}
            </h2>
          )}
          {count !== undefined && <span className="text-mute tabular-nums">{count}</span>}
          {actions && <div className="ms-auto flex flex-wrap items-center gap-2">{actions}</div>}
        </header>
      )}
      {children}
    </section>
  );
}
