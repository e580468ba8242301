import type { Permission } from './permissions';

/** What a key may be given. Views, settings, people and keys themselves are for people. */
export const keyPermissions = [
  'connections.read',
  'connections.reveal',
  'connections.check',
  'connections.write',
  'connections.pause',
  'connections.revoke',
  'advertisers.read',
  'coverage.read',
  'coverage.write',
  'apps.read',
  'apps.write',
  'apps.remove',
  'authorizations.read',
  'authorizations.create',
  'authorizations.override',
  'tags.read',
  'tags.write',
  'members.read',
  'team.read',
  'audit.read',
] as const satisfies readonly Permission[];
export type KeyPermission = (typeof keyPermissions)[number];
