'use client';

import { useState } from 'react';

/** The ids chosen; or, where `all`, the ids left out of everything that matches. */
export type Selection = { all: boolean; ids: ReadonlySet<string> };

const none: Selection = { all: false, ids: new Set() };

/** Which rows are chosen of `total` that match `question`; another question begins with none. */
export function useSelection(question: string, total: number) {
  const [state, setState] = useState({ question, selection: none });
  const selection = state.question === question ? state.selection : none;
  const choose = (next: (now: Selection) => Selection) =>
    setState((now) => ({ question, selection: next(now.question === question ? now.selection : none) }));
  return {
    selection,
    count: selection.all ? Math.max(0, total - selection.ids.size) : selection.ids.size,
    has: (id: string) => selection.ids.has(id) !== selection.all,
    set: (ids: readonly string[], chosen: boolean) => choose((now) => withIds(now, ids, chosen)),
    setAll: () => choose(() => ({ all: true, ids: new Set() })),
    clear: () => choose(() => none),
  };
}

export type Selecting = ReturnType<typeof useSelection>;

/** The selection with these ids chosen, or not. */
export function withIds({ all, ids }: Selection, changed: readonly string[], chosen: boolean): Selection {
  const next = new Set(ids);
  for (const id of changed) {
    if (chosen === all) next.delete(id);
    else next.add(id);
  }
  return { all, ids: next };
}
