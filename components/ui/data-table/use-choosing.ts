'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type MouseEvent, useState } from 'react';
import type { List } from '@/components/ui/data-table/use-list';
import type { Selecting } from '@/components/ui/data-table/use-selection';
import { say } from '@/components/ui/say';
import { listPage, pageRows } from '@/lib/list-pages';

/** As many as an operation takes by their ids. */
const longestRange = 10_000;

type Rows<Row> = { list: List<Row>; rowAt: (index: number) => Row | undefined; rowId: (row: Row) => string };

/** Choosing rows by their place: one, or with Shift all from the last one chosen, those not yet fetched too. */
export function useChoosing<Row>({ list, rowAt, rowId }: Rows<Row>, selecting: Selecting | undefined) {
  const client = useQueryClient();
  const t = useTranslations('ui.table');
  const [anchor, setAnchor] = useState({ question: list.question, index: 0 });

  async function idsBetween(one: number, other: number): Promise<string[]> {
    const [from, to] = [Math.min(one, other), Math.min(Math.max(one, other), Math.min(one, other) + longestRange - 1)];
    const places = [];
    for (let place = Math.floor(from / pageRows); place <= Math.floor(to / pageRows); place++) places.push(place);
    const pages = await Promise.all(
      places.map((place) => client.query({ ...listPage(list.ask, place), staleTime: Infinity })),
    );
    const offset = (places[0] ?? 0) * pageRows;
    return pages
      .flatMap(({ rows }) => rows)
      .slice(from - offset, to - offset + 1)
      .map(rowId);
  }

  /** Chooses or leaves the row at a place, or all from the last one chosen to it; where those do not come, none of them. */
  async function choose(index: number, chosen: boolean, range = false) {
    const from = range && anchor.question === list.question ? anchor.index : index;
    const row = rowAt(index);
    setAnchor({ question: list.question, index });
    // One row, at once: a box that is ticked later would be unticked by the next render.
    if (from === index && row) return selecting?.set([rowId(row)], chosen);
    try {
      selecting?.set(await idsBetween(from, index), chosen);
    } catch {
      say(t('rangeFailed'), 'error');
    }
  }

  function onClick(event: MouseEvent) {
    if (!(event.target instanceof HTMLInputElement) || event.target.dataset.index === undefined) return;
    void choose(Number(event.target.dataset.index), event.target.checked, event.shiftKey);
  }
  return { choose, onClick };
}
