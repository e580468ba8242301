import { z } from 'zod';
import { operation } from './operation';
import { givenPassword } from './password-words';
import { permission, role } from './permissions';
import { id } from './shapes';

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
  confirm: operation
    .meta({ permission: 'session' })
    .route({
      method: 'POST',
      path: '/session/confirm',
      tags: ['Session'],
      summary: 'Give the password again, before a secret is shown',
      successStatus: 204,
    })
    .input(z.strictObject({ password: givenPassword.min(1) }))
    .output(z.void()),
};
