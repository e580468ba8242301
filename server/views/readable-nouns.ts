import 'server-only';
import type { Permission } from '@/contract/permissions';
import type { ViewNoun } from '@/contract/views';
import { demand, may, type Actor } from '@/server/auth/actor';

/** What whoever sees a view of it must be allowed, as for the list itself. */
const readPermissions: Record<ViewNoun, Permission> = {
  connections: 'connections.read',
  advertisers: 'advertisers.read',
  apps: 'apps.read',
  audit: 'audit.read',
};

export function readableNouns(actor: Actor): ViewNoun[] {
  return (Object.keys(readPermissions) as ViewNoun[]).filter((noun) => may(actor, readPermissions[noun]));
}

/** @throws AppError forbidden for who may not read that list. */
export function demandReadable(actor: Actor, noun: ViewNoun): void {
  demand(actor, readPermissions[noun]);
}
