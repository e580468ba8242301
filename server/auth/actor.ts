import 'server-only';
import type { Permission, Role } from '@/contract/permissions';
import { AppError } from '@/server/errors';
import { permissionsOf } from './permissions';

/** A person signed in, acting in one of their teams. */
export type Person = {
  kind: 'person';
  id: string;
  name: string;
  email: string;
  teamId: string;
  teamSlug: string;
  teamName: string;
  role: Role;
  sessionId: string;
  /** When this session last proved its password. */
  authenticatedAt: Date;
  ip: string | null;
  userAgent: string | null;
};

/** Work that nobody asked for just now: a callback from an outsider's browser, a job, the finishing of what a crash left. */
export type System = {
  kind: 'system';
  /** The person on whose behalf it happens, if there is one. */
  id: string | null;
  name: string;
  teamId: string;
  ip: string | null;
  userAgent: string | null;
};

/** What a key is confined to. A connection is within if it meets every list that names anything. */
export type Limits = { appIds: string[]; tagIds: string[]; advertiserIds: string[] };

/** A program that brought one of the team's keys. */
export type Key = {
  kind: 'key';
  id: string;
  name: string;
  teamId: string;
  /** What the key was given, as far as its maker may it now. */
  permissions: readonly Permission[];
  /** Null for a key that reaches all of the team. */
  limits: Limits | null;
  ip: string | null;
  userAgent: string | null;
};

/** Who asks. Every verb takes one first, and reaches nothing outside its team. */
export type Actor = Person | Key | System;

export function systemActor(
  teamId: string,
  name = 'Grantboard',
  { id = null, ip = null, userAgent = null }: Partial<Pick<System, 'id' | 'ip' | 'userAgent'>> = {},
): System {
  return { kind: 'system', id, name, teamId, ip, userAgent };
}

export function may(actor: Actor, permission: Permission): boolean {
  if (actor.kind === 'system') return true;
  return (actor.kind === 'key' ? actor.permissions : permissionsOf[actor.role]).includes(permission);
}

/** @throws AppError forbidden, naming the permission that is missing. */
export function demand(actor: Actor, permission: Permission): void {
  if (!may(actor, permission)) {
    const who = actor.kind === 'key' ? 'this key' : 'your role';
    throw new AppError('forbidden', `This needs the permission ${permission}, which ${who} does not have.`, {
      data: { permission },
    });
  }
}

/** The person who acts, or on whose behalf it happens; null where a program does. */
export function personIdOf(actor: Actor): string | null {
  return actor.kind === 'key' ? null : actor.id;
}
