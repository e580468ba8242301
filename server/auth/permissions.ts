import 'server-only';
import type { Permission, Role } from '@/contract/permissions';

const read: Permission[] = [
  'apps.read',
  'authorizations.read',
  'connections.read',
  'advertisers.read',
  'coverage.read',
  'members.read',
  'tags.read',
  'team.read',
  'views.read',
  'views.write',
];

const operate: Permission[] = [
  ...read,
  'authorizations.create',
  'connections.write',
  'connections.check',
  'connections.pause',
  'coverage.write',
  'views.share',
  'tags.write',
];

const administer: Permission[] = [
  ...operate,
  'audit.read',
  'apps.write',
  'apps.remove',
  'authorizations.override',
  'connections.revoke',
  'connections.reveal',
  'keys.read',
  'keys.write',
  'team.write',
  'members.manage',
  'views.override',
];

/** The matrix: what each role may do, at every operation of the contract. */
export const permissionsOf: Record<Role, readonly Permission[]> = {
  owner: [...administer, 'team.protect', 'vault.read', 'vault.write', 'teams.create'],
  admin: administer,
  operator: operate,
  auditor: [...read, 'audit.read', 'keys.read'],
};
