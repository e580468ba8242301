import { scopeTree, type ScopeNode } from '@/contract/scope-tree';
import type { Locale } from '@/lib/locale';

type Named = { id: string; name: string };
/** One area of TikTok's permissions: its short name in one language, and every permission in it, itself the first. */
export type ScopeArea = Named & { scopes: Named[] };

/** What the name of every area ends in, and a narrow column can do without. */
const ending = / Management$|管理$/;

/** The areas in one language, so that the page need not carry the whole tree in both. */
export function scopeAreas(locale: Locale): ScopeArea[] {
  const { nodes } = scopeTree([]);
  return nodes.map((node) => ({
    id: node.id,
    name: node[locale].replace(ending, ''),
    scopes: namesOf(node, locale),
  }));
}

const namesOf = (node: ScopeNode, locale: Locale): Named[] => [
  { id: node.id, name: node[locale] },
  ...node.children.flatMap((child) => namesOf(child, locale)),
];
