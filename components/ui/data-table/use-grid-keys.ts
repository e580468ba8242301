'use client';

import { useRouter } from 'next/navigation';
import { type KeyboardEvent, useState } from 'react';
import type { Selecting } from '@/components/ui/data-table/use-selection';

type GridKeys<Row> = {
  total: number;
  question: string;
  rowAt: (index: number) => Row | undefined;
  rowId: (row: Row) => string;
  href?: (row: Row) => string;
  selecting?: Selecting;
  choose: (index: number, chosen: boolean, range?: boolean) => Promise<void>;
  reveal: (index: number) => void;
  inSight: () => { first: number; last: number } | undefined;
};

/** The table by keyboard: a row is the active one; arrows, Home, End and the page keys move it, Space chooses, Enter opens. */
export function useGridKeys<Row>(grid: GridKeys<Row>) {
  const { total, question, rowAt, rowId, href, selecting, choose, reveal, inSight } = grid;
  const router = useRouter();
  const [at, setAt] = useState<{ question: string; index: number }>();
  const active = at?.question === question && at.index < total ? at.index : null;

  function goTo(index: number) {
    const next = Math.max(0, Math.min(index, total - 1));
    setAt({ question, index: next });
    reveal(next);
    return next;
  }

  function destination(key: string): number | undefined {
    const seen = inSight() ?? { first: 0, last: 1 };
    const page = Math.max(1, seen.last - seen.first - 2);
    const from = active ?? seen.first - 1;
    const places: Record<string, number> = {
      ArrowDown: from + 1,
      ArrowUp: from - 1,
      PageDown: from + page,
      PageUp: from - page,
      Home: 0,
      End: total - 1,
    };
    return places[key];
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.target !== event.currentTarget || event.altKey) return;
    const { key, shiftKey } = event;
    const next = destination(key);
    const row = active === null ? undefined : rowAt(active);
    const command = event.ctrlKey || event.metaKey;
    if (next !== undefined) {
      const reached = goTo(next);
      if (shiftKey && selecting) void choose(reached, true, true);
    } else if (key === ' ' && selecting && row && active !== null) {
      void choose(active, !selecting.has(rowId(row)), shiftKey);
    } else if (key === 'Enter' && row && href) router.push(href(row));
    else if (key === 'a' && command && selecting) selecting.setAll();
    else if (key === 'Escape' && selecting?.count) selecting.clear();
    else return;
    event.preventDefault();
  }
  return { active, onKeyDown };
}
