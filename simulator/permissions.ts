import { PERMISSION_TABLE } from './permission-table';

/** `id` is a string of digits: 25 of them exceed 2^53. A permission stands for everything below it. */
export interface Permission {
  id: string;
  name: string;
  parent?: Permission;
  children: Permission[];
}

const byId = new Map<string, Permission>();

/** The first level of the tree, in TikTok's order. */
export const PERMISSION_TREE: readonly Permission[] = parseTable(PERMISSION_TABLE);

/** Ids that a JavaScript number cannot hold. */
export const PERMISSIONS_ABOVE_2_53: readonly string[] = [...byId.keys()].filter((id) => BigInt(id) > 2n ** 53n);

function parseTable(table: string): Permission[] {
  const path: Permission[] = [];
  for (const line of table.trimEnd().split('\n')) {
    const depth = line.search(/\S/) / 2;
    const [id = '', ...words] = line.trim().split(' ');
    const permission: Permission = { id, name: words.join(' '), parent: path[depth - 1], children: [] };
    path.splice(depth, path.length, permission);
    permission.parent?.children.push(permission);
    byId.set(id, permission);
  }
  return [...byId.values()].filter((permission) => !permission.parent);
}

export function permissionName(id: string): string {
  return byId.get(id)?.name ?? `Unknown permission ${id}`;
}

function leavesOf(permission: Permission): string[] {
  return permission.children.length ? permission.children.flatMap(leavesOf) : [permission.id];
}

/** The smallest permissions these ids stand for. An unknown id stands for itself. */
export function expandScopes(ids: Iterable<string>): Set<string> {
  return new Set(
    [...ids].flatMap((id) => {
      const permission = byId.get(id);
      return permission ? leavesOf(permission) : [id];
    }),
  );
}

/** As TikTok reports a grant: a fully granted group by its own id, a partly granted one by what is below it. */
export function collapseScopes(ids: Iterable<string>): string[] {
  const leaves = expandScopes(ids);
  const covered = (permission: Permission): string[] => {
    if (leavesOf(permission).every((leaf) => leaves.has(leaf))) return [permission.id];
    return permission.children.flatMap(covered);
  };
  return [...PERMISSION_TREE.flatMap(covered), ...[...leaves].filter((id) => !byId.has(id))];
}

/** Whether any of the granted ids is `wanted` or stands above it. */
export function grants(granted: readonly string[], wanted: string): boolean {
  for (let at = byId.get(wanted); at; at = at.parent) if (granted.includes(at.id)) return true;
  return granted.includes(wanted);
}

/** What is left of a grant when `removed` is taken back; ids that are untouched stay as they were. */
export function withoutScopes(granted: readonly string[], removed: readonly string[]): string[] {
  const gone = expandScopes(removed);
  return granted.flatMap((id) => {
    const leaves = [...expandScopes([id])];
    const left = leaves.filter((leaf) => !gone.has(leaf));
    return left.length === leaves.length ? [id] : collapseScopes(left);
  });
}
