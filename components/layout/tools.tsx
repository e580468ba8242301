'use client';

import { createContext, type ReactNode, use } from 'react';

const Tools = createContext<ReactNode>(null);

/** The tools in the bar of every page. The layout makes them, so that no page brings their code along. */
export function ToolsProvider({ tools, children }: { tools: ReactNode; children: ReactNode }) {
  return <Tools value={tools}>{children}</Tools>;
}

export const ToolsSlot = () => use(Tools);
