import { z } from 'zod';
import { emailAddress } from './email';
import { operation } from './operation';
import { role } from './permissions';
import { id, person, timestamp } from './shapes';

export const invitation = z.object({
  id,
  email: z.string(),
  role,
  invitedBy: person,
  createdAt: timestamp,
  /** It can be sent again after that. */
  expiresAt: timestamp,
});
export type Invitation = z.infer<typeof invitation>;

/** Answered once, to who made it: only a digest of the link is kept. */
const sentInvitation = z.object({
  invitation,
  link: z.string(),
  /** `off`: this installation sends no mail. */
  mail: z.enum(['sent', 'failed', 'off']),
});
export type SentInvitation = z.infer<typeof sentInvitation>;

/** The languages that mails are written in. */
export const language = z.enum(['en', 'ja']);
export type Language = z.infer<typeof language>;

/** A day, unless somebody says otherwise; an hour at least, thirty days at most. */
const expiresInHours = z.number().int().min(1).max(720).default(24);

const invitationFields = z.strictObject({
  email: emailAddress,
  role,
  expiresInHours,
  language: language.default('en'),
});
export type InvitationFields = z.infer<typeof invitationFields>;

const resend = z.strictObject({ id, expiresInHours, language: language.default('en') });
export type ResendFields = z.infer<typeof resend>;

const tags = ['Members'];
const permission = 'members.manage';

export const invitations = {
  list: operation
    .meta({ permission: 'members.read' })
    .route({
      method: 'GET',
      path: '/members/invitations',
      tags,
      summary: 'Invitations that nobody has accepted yet, the newest first',
    })
    .output(z.array(invitation)),
  create: operation
    .meta({ permission })
    .route({
      method: 'POST',
      path: '/members/invitations',
      tags,
      summary: 'Invite somebody by e-mail address',
      description:
        'To a role that is at most one’s own; to one that reads tokens after a proof of who one is (`/session/confirm`). The ' +
        'link is answered this once, and mailed where this installation sends mail.',
      successStatus: 201,
    })
    .input(invitationFields)
    .output(sentInvitation),
  resend: operation
    .meta({ permission })
    .route({
      method: 'POST',
      path: '/members/invitations/{id}/resend',
      tags,
      summary: 'Send an invitation again, with a new link',
      description: 'The link before it stops working.',
    })
    .input(resend)
    .output(sentInvitation),
  withdraw: operation
    .meta({ permission })
    .route({
      method: 'DELETE',
      path: '/members/invitations/{id}',
      tags,
      summary: 'Withdraw an invitation',
      successStatus: 204,
    })
    .input(z.strictObject({ id }))
    .output(z.void()),
};
