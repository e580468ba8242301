import type { ReactNode } from 'react';

type PageHeaderProps = {
  title: ReactNode;
  /** Beside the title: a state. */
  badge?: ReactNode;
  /** Under the title: one sentence, or the facts that answer first. */
  lead?: ReactNode;
  actions?: ReactNode;
};

/** The page's one h1, what it says first, and what can be done. */
export function PageHeader({ title, badge, lead, actions }: PageHeaderProps) {
  return (
    <header className="flex flex-wrap items-start gap-x-4 gap-y-3">
      <div className="grid min-w-0 flex-1 basis-64 gap-1.5">
        <div className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="min-w-0 text-xl font-semibold tracking-tight">{title}</h1>
          {badge}
        </div>
        {lead && <div className="text-mute [&_b]:font-semibold [&_b]:text-ink">{lead}</div>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}
