import type { ScopeArea } from '@/components/connections/list/scope-areas';

const room = 2;

/** The areas that these permissions lie in; `more` counts the areas and unknown ids left out. */
export function summarizeScopes(granted: readonly string[], areas: readonly ScopeArea[]) {
  const holds = ({ scopes }: ScopeArea, id: string) => scopes.some((scope) => scope.id === id);
  const touched = areas.filter((area) => granted.some((id) => holds(area, id)));
  const unknown = granted.filter((id) => !areas.some((area) => holds(area, id)));
  const all = [...touched.map(({ name }) => name), ...unknown];
  return { names: all.slice(0, room), more: Math.max(0, all.length - room), all };
}
