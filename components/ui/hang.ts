const gap = 4;

/** Puts an open popover under its anchor, in browsers whose style sheets cannot (see popover.css). */
export function hang(popover: HTMLElement, anchor: HTMLElement): void {
  if (CSS.supports('position-area', 'block-end')) return;
  const [at, size] = [anchor.getBoundingClientRect(), popover.getBoundingClientRect()];
  const start = { start: at.left, end: at.right - size.width, center: at.left + (at.width - size.width) / 2 };
  const left = start[(popover.dataset.align ?? 'start') as keyof typeof start];
  const below = at.bottom + size.height + gap <= innerHeight;
  popover.style.margin = '0';
  popover.style.left = `${Math.max(gap, Math.min(left, innerWidth - size.width - gap))}px`;
  popover.style.top = `${below ? at.bottom + gap : Math.max(gap, at.top - size.height - gap)}px`;
}
