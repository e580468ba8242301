import 'server-only';
import { emailAddress } from '@/contract/email';
import { addressOf } from '@/server/auth/address';
import type { Claims } from '@/server/auth/openid';
import { recordEverywhere } from '@/server/auth/record-everywhere';
import { readSession, type Session } from '@/server/auth/session';
import { startSession } from '@/server/auth/start-session';
import { db } from '@/server/database/client';
import { env } from '@/server/env';
import { AppError } from '@/server/errors';
import { notify } from '@/server/mail/notify';
import { rolesOf, syncGroups } from './sync-groups';

const userSelect = { id: true, name: true, email: true, totpEnabledAt: true, passwordHash: true } as const;

/**
 * Opens a session for who signed in at the provider: found by issuer and subject, never by address alone. Their second
 * factor here, if they have one, is asked for after it. Answers the session's id.
 * @throws AppError forbidden, with why as `data.reason`
 */
export async function signInAtProvider(claims: Claims, headers: Headers): Promise<string> {
  const here = await readSession(headers);
  const { totpEnabledAt, passwordHash, ...user } = (await findUser(claims)) ?? (await welcome(claims, here, headers));
  const { OIDC_GROUP_ROLES: groupRoles, OIDC_NAME: provider } = env();
  await syncGroups({ id: user.id, name: user.name }, { groups: claims.groups, groupRoles, provider });
  return startSession(user, headers, {
    awaitsCode: totpEnabledAt !== null,
    proved: { passwordHash, totpEnabledAt },
    ...(here?.user.id === user.id && { replaces: here.id }),
    // A provider that does not say when may have asked for nothing: it counts as no fresh proof.
    authenticatedAt: claims.authenticatedAt ?? new Date(0),
  });
}

async function findUser({ issuer, subject }: Claims) {
  const where = { provider_subject: { provider: issuer, subject } };
  return (await db.identity.findUnique({ where, select: { user: { select: userSelect } } }))?.user;
}

/** Somebody for the first time: linked with the account of their address, or new where their groups give them a team. */
async function welcome(claims: Claims, here: Session | null, headers: Headers) {
  const address = emailAddress.safeParse(claims.verifiedEmail ?? '');
  if (!address.success) throw refused('email_unverified', 'The provider does not vouch for your e-mail address.');
  const known = await db.user.findUnique({ where: { email: address.data }, select: userSelect });
  return known ? link(claims, known, here, headers) : create(claims, address.data);
}

type User = NonNullable<Awaited<ReturnType<typeof findUser>>>;

/**
 * An account with a password is linked only in a browser that is signed in to it: otherwise whoever governs addresses
 * at the provider would get in without that password.
 */
async function link({ issuer, subject }: Claims, user: User, here: Session | null, headers: Headers): Promise<User> {
  if (user.passwordHash !== null && here?.user.id !== user.id) {
    throw refused('link_first', 'There is an account with your address. Sign in with its password, then link it.');
  }
  await db.$transaction(async (tx) => {
    // An address that was given to somebody else at the provider opens nothing of its former holder.
    if (await tx.identity.count({ where: { userId: user.id, provider: issuer } })) {
      throw refused('other_subject', 'This account belongs to somebody else at the provider.');
    }
    await tx.identity.create({ data: { provider: issuer, subject, userId: user.id } });
    if (here) await recordEverywhere(tx, here, 'account.linked');
  });
  notify(user.id, 'linked', addressOf(headers));
  return user;
}

async function create({ issuer, subject, name, groups }: Claims, email: string): Promise<User> {
  const roles = rolesOf({ groups, groupRoles: env().OIDC_GROUP_ROLES });
  if (![...roles.values()].some(Boolean)) {
    throw refused('no_team', 'None of your groups gives you a team here. Ask to be invited.');
  }
  return db.user.create({
    data: {
      email,
      name: (name ?? email.replace(/@.*/, '')).slice(0, 80),
      identities: { create: { provider: issuer, subject } },
    },
    select: userSelect,
  });
}

const refused = (reason: string, message: string) => new AppError('forbidden', message, { data: { reason } });
