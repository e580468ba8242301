import { z } from 'zod';
import { language } from './invitations';
import { operation } from './operation';
import { givenPassword, newPassword } from './password-words';
import { role } from './permissions';
import { id, anyId, timestamp, words } from './shapes';

const account = z.object({
  id,
  name: z.string(),
  email: z.string(),
  /** Null: whatever a browser asks for. */
  locale: language.nullable(),
  /** Without one, they sign in at the provider only. */
  hasPassword: z.boolean(),
  /** Null where signing in takes the password alone. */
  secondFactor: z.object({ since: timestamp, recoveryCodesLeft: z.number().int() }).nullable(),
  /** Providers that they can sign in at, by their issuers. */
  identities: z.array(z.object({ issuer: z.string(), since: timestamp })),
  /** `wantsSecondFactor`: nothing can be done in this team before a second factor is set up. */
  teams: z.array(z.object({ slug: z.string(), name: z.string(), role, wantsSecondFactor: z.boolean() })),
});
export type Account = z.infer<typeof account>;

const session = z.object({
  id: anyId,
  ip: z.string().nullable(),
  userAgent: z.string().nullable(),
  since: timestamp,
  lastSeenAt: timestamp,
  /** The one that asks. */
  current: z.boolean(),
});
export type AccountSession = z.infer<typeof session>;

const code = words.trim().min(1).max(100);
const recoveryCodes = z.object({ recoveryCodes: z.array(z.string()) });
const accountName = words.trim().min(1).max(80);

/** Wanted of who has not proved within five minutes who they are. */
const unlessRecent = { password: givenPassword.optional() };

const own = operation.meta({ permission: 'account' });
const tags = ['Account'];

/** What concerns a person and no team. */
export const accountOperations = {
  get: own
    .route({ method: 'GET', path: '/account', tags, summary: 'Who is signed in, and how they sign in' })
    .output(account),
  update: own
    .route({ method: 'PATCH', path: '/account', tags, summary: 'Change one’s name or language' })
    .input(z.strictObject({ name: accountName.optional(), locale: language.nullable().optional() }))
    .output(account),
  sessions: own
    .route({ method: 'GET', path: '/account/sessions', tags, summary: 'One’s sessions, the last seen first' })
    .output(z.array(session)),
  endSession: own
    .route({
      method: 'DELETE',
      path: '/account/sessions/{id}',
      tags,
      summary: 'End a session of one’s own, at once',
      successStatus: 204,
    })
    .input(z.strictObject({ id: anyId, ...unlessRecent }))
    .output(z.void()),
  endOtherSessions: own
    .route({
      method: 'POST',
      path: '/account/sessions/end-others',
      tags,
      summary: 'End every session but this one',
    })
    .input(z.strictObject(unlessRecent).default({}))
    .output(z.object({ ended: z.number().int() })),
  changePassword: own
    .route({
      method: 'POST',
      path: '/account/password',
      tags,
      summary: 'Change one’s password, which ends every other session',
      successStatus: 204,
    })
    .input(z.strictObject({ password: givenPassword, newPassword }))
    .output(z.void()),
  startSecondFactor: own
    .route({
      method: 'POST',
      path: '/account/second-factor',
      tags,
      summary: 'Begin to set up a second factor (TOTP): its key, and a QR code of it',
      successStatus: 201,
    })
    .input(z.strictObject({ password: givenPassword }))
    .output(z.object({ key: z.string(), qr: z.string() })),
  confirmSecondFactor: own
    .route({
      method: 'POST',
      path: '/account/second-factor/confirm',
      tags,
      summary: 'Turn the second factor on, with a first code of it. Tells recovery codes, this once',
    })
    .input(z.strictObject({ code }))
    .output(recoveryCodes),
  removeSecondFactor: own
    .route({
      method: 'POST',
      path: '/account/second-factor/remove',
      tags,
      summary: 'Turn the second factor off',
      successStatus: 204,
    })
    .input(z.strictObject({ password: givenPassword, code }))
    .output(z.void()),
  renewRecoveryCodes: own
    .route({
      method: 'POST',
      path: '/account/second-factor/recovery-codes',
      tags,
      summary: 'New recovery codes, told this once; the old ones no longer work',
    })
    .input(z.strictObject({ password: givenPassword, code }))
    .output(recoveryCodes),
};
