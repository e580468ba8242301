import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/icon';

type UnfoldingProps = { id: string; title: ReactNode; aside?: ReactNode; children: ReactNode };

/**
 * A line that unfolds. The address stands inside of it: browsers open what holds the target of a link, or what is found on
 * the page. On paper it is open.
 */
export function Unfolding({ id, title, aside, children }: UnfoldingProps) {
  return (
    <details className="group border-t print:[&::details-content]:[block-size:auto] print:[&::details-content]:[content-visibility:visible]">
      <summary className="-mx-2 flex list-none flex-wrap items-baseline gap-x-2 rounded-lg px-2 py-2.5 hover:bg-hover [&::-webkit-details-marker]:hidden">
        <Icon name="chevron-right" className="size-4 self-center text-mute group-open:rotate-90 print:hidden" />
        <h3 id={`${id}-title`} className="min-w-0 flex-1 basis-56 font-medium">
          {title}
        </h3>
        {aside && <span className="max-sm:basis-full max-sm:ps-6">{aside}</span>}
      </summary>
      <div
        id={id}
        role="group"
        aria-labelledby={`${id}-title`}
        className="grid scroll-mt-16 grid-cols-1 gap-3 pt-1 pb-6 ps-6"
      >
        {children}
      </div>
    </details>
  );
}
