import { z } from 'zod';
import { operation } from './operation';
import { givenPassword } from './password-words';
import { permission, role } from './permissions';
import { id, timestamp, words } from './shapes';

/** How somebody proves once more who they are. */
const confirmation = z.object({
  by: z.enum(['password', 'code', 'provider']),
  /** What the provider is called, where there is one. */
  provider: z.string().nullable(),
  /** Until when that is proved; null where it has to be proved again. */
  until: timestamp.nullable(),
});
export type Confirmation = z.infer<typeof confirmation>;
export type ConfirmationWay = Confirmation['by'];

const givenProof = z.union([
  z.strictObject({ password: givenPassword.min(1) }),
  z.strictObject({ code: words.trim().min(1).max(100) }),
]);
export type GivenProof = z.infer<typeof givenProof>;

export const session = {
  get: operation
    .meta({ permission: 'session' })
    .route({
      method: 'GET',
      path: '/session',
      tags: ['Session'],
      summary: 'Who asks, in which team, and what they may do',
    })
    .output(
      z.object({
        person: z.object({ id, name: z.string(), email: z.string() }),
        team: z.object({ id, slug: z.string(), name: z.string() }),
        role,
        permissions: z.array(permission),
      }),
    ),
  confirmation: operation
    .meta({ permission: 'session' })
    .route({
      method: 'GET',
      path: '/session/confirmation',
      tags: ['Session'],
      summary: 'How to prove again who asks, and until when that is proved',
    })
    .output(confirmation),
  confirm: operation
    .meta({ permission: 'session' })
    .route({
      method: 'POST',
      path: '/session/confirm',
      tags: ['Session'],
      summary: 'Give the password again, before a secret is shown; a code of the second factor, without a password',
      description: 'The session goes on under another id: the answer has its cookie.',
      successStatus: 204,
    })
    .input(givenProof)
    .output(z.void()),
};
