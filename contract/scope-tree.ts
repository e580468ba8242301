import published from './scope-tree.json';

type Published = { id: string; en: string; ja: string; children?: Published[] };

export type ScopeState = 'granted' | 'partly' | 'missing';
export type ScopeNode = { id: string; en: string; ja: string; state: ScopeState; children: ScopeNode[] };

/** TikTok's permissions in three levels, as it published them in August 2026. An id implies all below it. */
const tree: readonly Published[] = published;
const pathById = new Map<string, Published[]>();
for (const top of tree) collect(top, []);

function collect(node: Published, above: Published[]): void {
  const path = [...above, node];
  pathById.set(node.id, path);
  for (const child of node.children ?? []) collect(child, path);
}

/**
 * All known permissions with what a token holds of each, and the granted ids that TikTok has added since, or that were
 * never its own: they are shown as they are.
 */
export function scopeTree(granted: readonly string[]): { nodes: ScopeNode[]; unknown: string[] } {
  const held = new Set(granted);
  const nodes = tree.map((node) => stateOf(node, held, false));
  return { nodes, unknown: [...held].filter((id) => !pathById.has(id)) };
}

function stateOf({ id, en, ja, children = [] }: Published, held: Set<string>, implied: boolean): ScopeNode {
  const own = implied || held.has(id);
  const below = children.map((child) => stateOf(child, held, own));
  const all = below.length > 0 && below.every(({ state }) => state === 'granted');
  const some = below.some(({ state }) => state !== 'missing');
  return { id, en, ja, state: own || all ? 'granted' : some ? 'partly' : 'missing', children: below };
}

/** Whether these granted ids amount to this permission: by itself, by one above it, or by all below it. */
export function hasScope(granted: readonly string[], id: string): boolean {
  const held = new Set(granted);
  const path = pathById.get(id);
  if (!path) return held.has(id);
  const node = path.at(-1);
  return path.some((scope) => held.has(scope.id)) || (!!node && stateOf(node, held, false).state === 'granted');
}

/** What a token must hold to hold this permission: any id of `one`, or, where there are parts, an id of each of `parts`. */
export function scopesAmountingTo(id: string): { one: string[]; parts: string[][] } {
  const path = pathById.get(id);
  if (!path) return { one: [id], parts: [] };
  return { one: path.map((scope) => scope.id), parts: partsOf(path.at(-1)) };
}

/** Of each leaf below: itself, and what lies between. */
const partsOf = (node: Published | undefined): string[][] =>
  (node?.children ?? []).flatMap((child) => {
    const below = partsOf(child);
    return below.length > 0 ? below.map((ids) => [child.id, ...ids]) : [[child.id]];
  });

/** The published name of a permission, or null for an id that is not in the table. */
export function scopeName(id: string, locale: 'en' | 'ja'): string | null {
  return pathById.get(id)?.at(-1)?.[locale] ?? null;
}
