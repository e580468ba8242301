import { z } from 'zod';

/** What an operation can ask of the person or key that calls it. Who holds which: server/auth/permissions.ts. */
export const permission = z.enum([
  'apps.read',
  'apps.write',
  'apps.remove',
  'authorizations.read',
  'authorizations.create',
  'authorizations.override',
  'connections.read',
  'connections.write',
  'connections.check',
  'connections.pause',
  'connections.revoke',
  'connections.reveal',
  'advertisers.read',
  'coverage.read',
  'coverage.write',
  'members.read',
  'members.manage',
  'audit.read',
  'views.read',
  'views.write',
  'views.share',
  'views.override',
  'tags.read',
  'tags.write',
  'keys.read',
  'keys.write',
  'team.read',
  'team.write',
  'teams.create',
  'vault.read',
  'vault.write',
  'team.protect',
]);
export type Permission = z.infer<typeof permission>;

export const role = z.enum(['owner', 'admin', 'operator', 'auditor']);
export type Role = z.infer<typeof role>;
