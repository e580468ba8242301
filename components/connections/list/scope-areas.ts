import { scopeTree, type ScopeNode } from '@/contract/scope-tree';
import type { Locale } from '@/lib/locale';

/** One area of TikTok's permissions: its short name in one language, and every id in it. */
export type ScopeArea = { id: string; name: string; ids: string[] };

/** What the name of every area ends in, and a narrow column can do without. */
const ending = / Management$|管理$/;

/** The areas in one language, so that the page need not carry the whole tree in both. */
export function scopeAreas(locale: Locale): ScopeArea[] {
  const { nodes } = scopeTree([]);
  return nodes.map((node) => ({ id: node.id, name: node[locale].replace(ending, ''), ids: idsOf(node) }));
}

const idsOf = (node: ScopeNode): string[] => [node.id, ...node.children.flatMap(idsOf)];
