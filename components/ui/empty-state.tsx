import type { ReactNode } from 'react';

type EmptyStateProps = { icon?: ReactNode; title: ReactNode; text?: ReactNode; actions?: ReactNode };

/** Nothing here yet, why, and the way on. */
export function EmptyState({ icon, title, text, actions }: EmptyStateProps) {
  return (
    <div className="grid justify-items-center gap-1.5 rounded-xl border border-dashed bg-panel px-6 py-12 text-center">
      {icon && (
        <span
          aria-hidden
          className="mb-2 grid size-10 place-items-center rounded-xl bg-neutral-ground text-mute [&_svg]:size-5"
        >
          {icon}
        </span>
      )}
      <p className="text-base font-semibold">{title}</p>
      {text && <p className="max-w-prose text-balance text-mute">{text}</p>}
      {actions && <div className="mt-3 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  );
}
