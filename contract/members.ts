import { z } from 'zod';
import { operation } from './operation';
import { role } from './permissions';
import { id, page, paging, timestamp, words } from './shapes';

/** What is in somebody's care: it has to be handed over before they go. */
const owned = z.object({
  connections: z.number().int(),
  /** Under way, or done; who began them stays in the audit. */
  authorizations: z.number().int(),
  /** Shared ones: those of their own go with them. */
  views: z.number().int(),
  links: z.number().int(),
  /** That work still. They stop when their maker goes. */
  apiKeys: z.number().int(),
});
export type Owned = z.infer<typeof owned>;

const details = z.object({
  lastSeenAt: timestamp.nullable(),
  /** Whether signing in wants a second factor of them. */
  secondFactor: z.boolean(),
  signIn: z.array(z.enum(['password', 'openid'])),
  owned,
});

export const member = z.object({
  id,
  name: z.string(),
  email: z.string(),
  role,
  since: timestamp,
  /** Where it was asked for, by somebody who may read the audit. */
  details: details.nullable(),
});
export type Member = z.infer<typeof member>;

/** `q`: part of a name or of an e-mail address. */
const memberFilter = z.strictObject({
  q: words.trim().max(200).optional(),
  details: z.stringbool().default(false),
  ...paging,
});
export type MemberFilter = z.infer<typeof memberFilter>;

const tags = ['Members'];
const handOverTo = id.optional();
const needed = 'What they own goes to the member that `handOverTo` names; who owns nothing needs none.';

export const members = {
  list: operation
    .meta({ permission: 'members.read' })
    .route({ method: 'GET', path: '/members', tags, summary: 'Members of the team, by name' })
    .input(memberFilter)
    .output(page(member)),
  changeRole: operation
    .meta({ permission: 'members.manage' })
    .route({
      method: 'PATCH',
      path: '/members/{id}',
      tags,
      summary: 'Give a member another role',
      description:
        'At most one’s own; one that reads tokens after a proof of who one is (`/session/confirm`). An admin changes nobody ' +
        'who is admin or owner; the last owner stays owner.',
    })
    .input(z.strictObject({ id, role }))
    .output(member),
  handOver: operation
    .meta({ permission: 'members.manage' })
    .route({
      method: 'POST',
      path: '/members/{id}/hand-over',
      tags,
      summary: 'Give what a member owns to another',
      description: 'Connections, authorizations, shared views and connect links. API keys stay their maker’s.',
      successStatus: 204,
    })
    .input(z.strictObject({ id, to: id }))
    .output(z.void()),
  remove: operation
    .meta({ permission: 'members.manage' })
    .route({
      method: 'DELETE',
      path: '/members/{id}',
      tags,
      summary: 'Remove a member, at once',
      description: `${needed} Their API keys stop, and invitations of theirs that are open are withdrawn.`,
      successStatus: 204,
    })
    .input(z.strictObject({ id, handOverTo }))
    .output(z.void()),
  leave: operation
    .meta({ permission: 'session' })
    .route({
      method: 'POST',
      path: '/members/leave',
      tags,
      summary: 'Leave the team',
      description: `${needed} The last owner cannot leave.`,
      successStatus: 204,
    })
    .input(z.strictObject({ handOverTo }))
    .output(z.void()),
};
