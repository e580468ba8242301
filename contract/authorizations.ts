import { z } from 'zod';
import { environment } from './apps';
import { limitKinds, operation } from './operation';
import { redirectUrl } from './apps';
import { commaList, id, page, paging, person, tiktokFailure, tiktokUser, timestamp } from './shapes';

const authorizationStatus = z.enum([
  'pending',
  'quarantined',
  'claimed',
  'comparing',
  'connected',
  'no_advertisers',
  'cancelled',
  'expired',
  'refused',
  'lost',
]);
export type AuthorizationStatus = z.infer<typeof authorizationStatus>;

/** The endings among the statuses; `outcome` is null until one is reached. */
export const authorizationOutcome = authorizationStatus.extract([
  'connected',
  'no_advertisers',
  'cancelled',
  'expired',
  'refused',
  'lost',
]);

const advertiserRef = z.object({ advertiserId: z.string(), name: z.string().nullable() });

/** What re-authorizing would change. `identity` different, or unknown without a common advertiser, cannot replace. */
const comparison = z.object({
  identity: z.enum(['same', 'different', 'unknown']),
  canReplace: z.boolean(),
  previous: tiktokUser.nullable(),
  next: tiktokUser.nullable(),
  advertisers: z.object({
    kept: z.number().int(),
    /** Those that the team has never seen come first; a team that knew none at all is told of none. */
    gained: z.array(advertiserRef.extend({ newToTeam: z.boolean().default(false) })),
    gainedCount: z.number().int(),
    newCount: z.number().int().default(0),
    /** At most 100 are named each way; the counts are exact. */
    lost: z.array(advertiserRef),
    lostCount: z.number().int(),
  }),
  scopes: z.object({ kept: z.array(z.string()), gained: z.array(z.string()), lost: z.array(z.string()) }),
});
export type Comparison = z.infer<typeof comparison>;

export const authorization = z.object({
  id,
  status: authorizationStatus,
  outcome: authorizationOutcome.nullable(),
  app: z.object({ id, name: z.string(), appId: z.string().nullable(), environment }),
  connectionId: id.nullable(),
  connectionName: z.string().nullable(),
  reauthorizes: z.boolean(),
  bound: z.boolean(),
  redirectUrl: z.string(),
  arrival: z.enum(['reachable', 'paste']),
  startedBy: person.nullable(),
  tries: z.number().int(),
  failure: tiktokFailure.nullable(),
  comparison: comparison.nullable(),
  createdAt: timestamp,
  /** When the Authorized URL stops being accepted. */
  expiresAt: timestamp,
  /** When TikTok stops accepting the code that came back: an hour after it was issued. */
  codeExpiresAt: timestamp.nullable(),
  finishedAt: timestamp.nullable(),
});
export type Authorization = z.infer<typeof authorization>;

const tags = ['Authorizations'];
const one = z.strictObject({ id });

export const authorizations = {
  create: operation
    .meta({ permission: 'authorizations.create', limits: ['app'] })
    .route({
      method: 'POST',
      path: '/apps/{id}/authorizations',
      tags,
      summary: 'Make an Authorized URL',
      description:
        'With `bound` (the default for a signed-in browser) only the browser that made it may come back. Unbound, the code is kept until a member accepts it.',
      successStatus: 201,
    })
    .input(
      z.strictObject({
        id,
        redirectUrl: redirectUrl.optional(),
        /** Re-authorizes this connection in place. */
        connectionId: id.optional(),
        bound: z.boolean().default(true),
        /** 15 minutes to 90 days; an hour if absent. */
        expiresInMinutes: z.number().int().min(15).max(129_600).default(60),
      }),
    )
    .output(z.object({ id, url: z.string(), state: z.string(), expiresAt: timestamp })),
  list: operation
    .meta({ permission: 'authorizations.read', limits: limitKinds })
    .route({ method: 'GET', path: '/authorizations', tags, summary: 'Authorizations of the team, newest first' })
    .input(
      z.strictObject({
        status: commaList(authorizationStatus).optional(),
        appId: id.optional(),
        connectionId: id.optional(),
        ...paging,
      }),
    )
    .output(page(authorization)),
  get: operation
    .meta({ permission: 'authorizations.read', limits: limitKinds })
    .route({ method: 'GET', path: '/authorizations/{id}', tags, summary: 'One authorization and its outcome' })
    .input(one)
    .output(authorization),
  url: operation
    .meta({ permission: 'authorizations.create', limits: ['app'] })
    .route({
      method: 'GET',
      path: '/authorizations/{id}/url',
      tags,
      summary: 'The Authorized URL of a pending authorization, to copy again',
    })
    .input(one)
    .output(z.object({ url: z.string(), expiresAt: timestamp })),
  complete: operation
    .meta({ permission: 'authorizations.create', limits: ['app'] })
    .route({
      method: 'POST',
      path: '/authorizations/complete',
      tags,
      summary: 'Finish with the pasted address of the page that did not load',
      description:
        'A missing or foreign `state` is refused; `override` (admins, audited) takes the code for `authorizationId` all the same.',
    })
    .input(
      z.strictObject({
        pasted: z.string().min(1).max(20_000),
        authorizationId: id.optional(),
        override: z.boolean().default(false),
      }),
    )
    .output(authorization),
  accept: operation
    .meta({ permission: 'authorizations.create', limits: ['app'] })
    .route({
      method: 'POST',
      path: '/authorizations/{id}/accept',
      tags,
      summary: 'Exchange the code that a copied Authorized URL brought',
    })
    .input(one)
    .output(authorization),
  confirm: operation
    .meta({ permission: 'authorizations.create', limits: ['app'] })
    .route({
      method: 'POST',
      path: '/authorizations/{id}/confirm',
      tags,
      summary: 'Settle a re-authorization after its comparison',
      description:
        '`replace` puts the new token in place and wants `acceptLosses` where something is lost; `save_as_new` makes a connection of its own.',
    })
    .input(
      z.strictObject({ id, decision: z.enum(['replace', 'save_as_new']), acceptLosses: z.boolean().default(false) }),
    )
    .output(authorization),
  renew: operation
    .meta({ permission: 'authorizations.create', limits: ['app'] })
    .route({
      method: 'POST',
      path: '/authorizations/{id}/renew',
      tags,
      summary: 'Renew an earlier connection of the same TikTok user with the token it brought',
      description:
        'The connection it made is removed; its token is compared with the earlier one’s as in any re-authorization.',
    })
    .input(z.strictObject({ id, connectionId: id }))
    .output(authorization),
  cancel: operation
    .meta({ permission: 'authorizations.create', limits: ['app'] })
    .route({
      method: 'POST',
      path: '/authorizations/{id}/cancel',
      tags,
      summary: 'Withdraw a pending Authorized URL, or drop what it brought',
    })
    .input(one)
    .output(authorization),
};
