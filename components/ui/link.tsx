'use client';

import { useRouter } from 'next/navigation';
import type { ComponentProps, MouseEvent } from 'react';

type LinkProps = Omit<ComponentProps<'a'>, 'href'> & {
  href: string;
  /** False where many stand together: what comes first of the page is then not asked for on hover or focus. */
  prefetch?: false;
};

/**
 * To a page of ours, without loading it anew. Next's own does the same at ten times the weight on each page, and asks the
 * server about every link in sight.
 */
export function Link({ href, prefetch, onClick, ...rest }: LinkProps) {
  const router = useRouter();
  const within = href.startsWith('/') && !rest.target && rest.download === undefined;
  const near = within && prefetch !== false ? () => router.prefetch(href) : undefined;

  function go(event: MouseEvent<HTMLAnchorElement>) {
    onClick?.(event);
    if (!within || event.defaultPrevented || opensElsewhere(event)) return;
    event.preventDefault();
    router.push(href);
  }
  return <a href={href} onClick={go} onPointerEnter={near} onFocus={near} {...rest} />;
}

/** In a new tab or window, or into a file, as the reader asked. */
const opensElsewhere = ({ metaKey, ctrlKey, shiftKey, altKey }: MouseEvent) => metaKey || ctrlKey || shiftKey || altKey;
