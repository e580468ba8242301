import { auditActions, type AuditAction, type AuditPrefix } from '@/contract/audit-words';

export type AuditWord = AuditAction | AuditPrefix;

export const actionsUnder = (prefix: AuditPrefix) => auditActions.filter((action) => action.startsWith(prefix));

const prefixOf = (action: AuditAction) => action.replace(/[^.]+$/, '') as AuditPrefix;

export const isChosen = (chosen: readonly AuditWord[], action: AuditAction) =>
  chosen.includes(action) || chosen.includes(prefixOf(action));

/** All of a group, which its prefix stands for, or none. */
export function toggleGroup(chosen: readonly AuditWord[], prefix: AuditPrefix): AuditWord[] {
  const others = chosen.filter((word) => !word.startsWith(prefix));
  return chosen.includes(prefix) ? others : [...others, prefix];
}

/** One action more or less. A group that has all of them is its prefix. */
export function toggleAction(chosen: readonly AuditWord[], action: AuditAction): AuditWord[] {
  const prefix = prefixOf(action);
  const others = chosen.filter((word) => !word.startsWith(prefix));
  const group = actionsUnder(prefix);
  const now = group.filter((other) => isChosen(chosen, other) !== (other === action));
  return now.length === group.length ? [...others, prefix] : [...others, ...now];
}
