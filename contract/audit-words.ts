/** Everything that the audit tells of, as `object.happened`. Each has its wording in messages/…/audit.json. */
export const auditActions = [
  'account.changed',
  'account.password_changed',
  'account.password_reset',
  'account.reset_mailed',
  'account.second_factor_on',
  'account.second_factor_off',
  'account.recovery_codes_made',
  'account.recovery_code_used',
  'account.linked',
  'advertisers.exported',
  'app.registered',
  'app.changed',
  'app.secret_replaced',
  'app.removed',
  'apps.exported',
  'authorization.created',
  'authorization.code_received',
  'authorization.binding_mismatch',
  'authorization.accepted',
  'authorization.token_held',
  'authorization.cancelled',
  'authorization.expired',
  'authorization.refused',
  'authorization.lost',
  'audit.exported',
  'connection.authorized',
  'connection.reauthorized',
  'connection.moved',
  'connection.checked',
  'connection.changed',
  'connection.paused',
  'connection.resumed',
  'connection.revealed',
  'connection.reported',
  'connection.revoking',
  'connection.revoked',
  'connections.exported',
  'connections.imported',
  'connections.tagged',
  'coverage.created',
  'coverage.changed',
  'coverage.removed',
  'coverage.exported',
  'invitation.created',
  'invitation.resent',
  'invitation.withdrawn',
  'member.joined',
  'member.role_changed',
  'member.handed_over',
  'member.removed',
  'member.left',
  'key.created',
  'key.revoked',
  'key.refused',
  'session.started',
  'session.confirmed',
  'session.ended',
  'session.revoked',
  'session.code_refused',
  'tag.created',
  'tag.renamed',
  'tag.removed',
  'team.created',
  'team.changed',
  'team.owner_restored',
  'team.password_reset',
  'vault.rewrapped',
  'vault.rotated',
  'vault.retired',
  'view.saved',
  'view.changed',
  'view.removed',
] as const;
export type AuditAction = (typeof auditActions)[number];

/** `connection.` stands for every action that begins with it. */
type PrefixOf<Action> = Action extends `${infer Object}.${string}` ? `${Object}.` : never;
export type AuditPrefix = PrefixOf<AuditAction>;
export const auditPrefixes = [...new Set(auditActions.map((action) => action.replace(/[^.]+$/, '') as AuditPrefix))];

/** What it was done to. */
export const auditObjectKinds = [
  'account',
  'advertiser',
  'app',
  'audit',
  'authorization',
  'connection',
  'coverage',
  'invitation',
  'member',
  'key',
  'session',
  'tag',
  'team',
  'vault',
  'view',
] as const;
export type AuditObjectKind = (typeof auditObjectKinds)[number];

export const auditResults = ['done', 'refused', 'failed'] as const;
export type AuditResult = (typeof auditResults)[number];

/** What may be wrong with an event, of which nothing before it is. */
export const auditFaults = ['edited', 'missing', 'moved', 'added', 'cut', 'rewritten'] as const;
export type AuditFault = (typeof auditFaults)[number];
