'use client';

import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { rowsInSight, type RowWindow, rowWindow, scrollTo, stillServes } from './row-window';

const firstPaint = 30;

/**
 * Which rows to draw, wherever scrolling happens: in `region`, or (on a phone) in the window. `body` is the element as
 * high as all rows; its first child holds those drawn. `place` is the row to begin at.
 */
export function useRowWindow(total: number, place: number) {
  const region = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<RowWindow>({ first: place, last: place + firstPaint, start: null });

  const look = useCallback(() => {
    const row = body.current?.firstElementChild?.firstElementChild;
    if (!region.current || !head.current || !body.current || !row) return;
    const [frame, rows] = [region.current.getBoundingClientRect(), body.current.getBoundingClientRect()];
    const from = Math.max(frame.top, 0) + head.current.offsetHeight;
    const to = Math.min(frame.bottom, innerHeight);
    const [top, view] = [Math.max(0, from - rows.top), Math.max(0, to - Math.max(from, rows.top))];
    return { total, rowHeight: row.getBoundingClientRect().height, top, view };
  }, [total]);

  const reveal = useCallback(
    (index: number, atTop = false) => {
      const sight = look();
      if (!sight || !region.current) return;
      const within = region.current.scrollHeight > region.current.clientHeight + 1;
      (within ? region.current : window).scrollBy({ top: scrollTo(index, sight, atTop), behavior: 'instant' });
    },
    [look],
  );

  useEffect(() => {
    const update = () => {
      const sight = look();
      if (sight) setDrawn((now) => (stillServes(now, sight) ? now : rowWindow(sight)));
    };
    const resized = new ResizeObserver(update);
    if (region.current) resized.observe(region.current);
    document.addEventListener('scroll', update, { passive: true, capture: true });
    addEventListener('resize', update);
    return () => {
      resized.disconnect();
      document.removeEventListener('scroll', update, { capture: true });
      removeEventListener('resize', update);
    };
  }, [look]);

  useLayoutEffect(() => {
    if (place > 0) reveal(place, true);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- where it begins, once
  }, []);

  const inSight = useCallback(() => {
    const sight = look();
    return sight && rowsInSight(sight);
  }, [look]);
  const last = Math.min(drawn.last, total);
  return { region, head, body, drawn: { ...drawn, first: Math.min(drawn.first, last), last }, reveal, inSight };
}
