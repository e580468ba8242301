import { z } from 'zod';
import { advertiserColumns, reaches } from './advertiser-words';
import { environment } from './apps';
import { connectionState, type ConnectionState } from './connection-filter';
import { connection } from './connections';
import { csv, csvRoute } from './csv';
import { limitKinds, operation } from './operation';
import { commaList, id, page, paging, skip, tiktokId, timestamp, words } from './shapes';

export const reach = z.enum(reaches);

export const advertiser = z.object({
  advertiserId: z.string(),
  name: z.string().nullable(),
  /** As TikTok says it: `STATUS_ENABLE`. Null, like what follows, until TikTok has described it. */
  status: z.string().nullable(),
  company: z.string().nullable(),
  country: z.string().nullable(),
  currency: z.string().nullable(),
  timezone: z.string().nullable(),
  businessCenter: z.string().nullable(),
  /** Every connection of the team that reaches it, whatever its state. */
  connectionCount: z.number().int(),
  /** Those whose token may still be counted on: not broken, not revoked, app in order, not archived. Paused ones are. */
  liveCount: z.number().int(),
  /** The TikTok users behind these. One whose name is not known counts as nobody new. */
  personCount: z.number().int(),
  /** `none`, only `broken_only` ones, a single token, several of a single person, or `several` of several. */
  reach,
  firstSeenAt: timestamp,
  describedAt: timestamp.nullable(),
});
export type Advertiser = z.infer<typeof advertiser>;

/** A permission of TikTok's, by its id. */
const scopeId = z.string().regex(/^\d{1,25}$/);

/** What TikTok writes in such a field: `STATUS_ENABLE`, `JP`, `JPY`. */
const code = z.string().regex(/^[\w-]{1,64}$/);

const filterFields = {
  /** An id, its first four digits or more, or part of a name in any script. */
  q: words.trim().max(200).optional(),
  status: commaList(code).optional(),
  country: commaList(code).optional(),
  currency: commaList(code).optional(),
  /** `covered` is all that a token reaches which may be counted on. */
  reach: commaList(z.enum(['covered', ...reaches])).optional(),
  connectionId: id.optional(),
  appId: id.optional(),
};

/** A column, descending with a leading minus: `-connections`. `newest` has the newest first, `-newest` the oldest. */
const sort = z.templateLiteral([z.enum(['', '-']), z.enum(advertiserColumns)]).default('name');

const advertiserMatch = z.strictObject(filterFields);
export type AdvertiserMatch = z.infer<typeof advertiserMatch>;

export const advertiserFilter = z.strictObject({ ...filterFields, sort, ...paging, skip });
export type AdvertiserFilter = z.infer<typeof advertiserFilter>;

/** A connection as it stands on an advertiser's page. */
const reachingConnection = connection
  .pick({
    id: true,
    name: true,
    state: true,
    problem: true,
    app: true,
    owner: true,
    tiktokUser: true,
    scopes: true,
    lastCheckedAt: true,
    lastAuthorizedAt: true,
    archivedAt: true,
  })
  .extend({
    /** Since when it reaches the advertiser. */
    since: timestamp,
    /** Whether its token may be counted on. */
    live: z.boolean(),
  });
export type ReachingConnection = z.infer<typeof reachingConnection>;

/** Why a connection's token is not handed out, all that hold. */
export type TokenObstacle = 'paused' | 'not_healthy' | 'archived' | 'missing_scopes' | 'tampered';

/** What 409 says under `data` of `token`: every connection that reaches the advertiser, the best first. */
export type TokenCandidates = {
  reason: 'no_token';
  candidates: {
    connectionId: string;
    name: string;
    state: ConnectionState;
    archived: boolean;
    missingScopes: string[];
    obstacles: TokenObstacle[];
  }[];
};

/** A token to work with. `appId` is TikTok's; sandbox tokens work at TikTok's sandbox address alone. */
const handedToken = z.object({
  accessToken: z.string(),
  connectionId: id,
  connectionName: z.string(),
  appId: z.string().nullable(),
  environment,
  state: connectionState,
  scopes: z.array(z.string()),
  /** How many advertisers it reaches in all. */
  advertiserCount: z.number().int(),
  lastCheckedAt: timestamp.nullable(),
});
export type HandedToken = z.infer<typeof handedToken>;

const tags = ['Advertisers'];
const permission = 'advertisers.read';

export const advertisers = {
  list: operation
    .meta({ permission, limits: limitKinds })
    .route({ method: 'GET', path: '/advertisers', tags, summary: 'Advertisers of the team' })
    .input(advertiserFilter)
    .output(page(advertiser)),
  /** Counts under the same filter, whatever reach it names: each is a filter above the table. */
  reach: operation
    .meta({ permission, limits: limitKinds })
    .route({
      method: 'GET',
      path: '/advertisers/reach',
      tags,
      summary: 'How many advertisers are reached in which way',
    })
    .input(advertiserMatch.omit({ reach: true }))
    .output(z.record(reach, z.number().int())),
  choices: operation
    .meta({ permission })
    .route({
      method: 'GET',
      path: '/advertisers/choices',
      tags,
      summary: 'The statuses, countries and currencies there are',
    })
    .output(z.object({ status: z.array(z.string()), country: z.array(z.string()), currency: z.array(z.string()) })),
  export: operation
    .meta({ permission, limits: limitKinds })
    .route(csvRoute('/advertisers.csv', { tags, summary: 'All advertisers that match, as CSV; audited' }))
    .input(z.strictObject({ ...filterFields, sort }))
    .output(csv),
  get: operation
    .meta({ permission, limits: limitKinds })
    .route({ method: 'GET', path: '/advertisers/{advertiserId}', tags, summary: 'One advertiser' })
    .input(z.strictObject({ advertiserId: tiktokId }))
    .output(advertiser),
  token: operation
    .meta({ permission: 'connections.reveal', limits: limitKinds })
    .route({
      method: 'GET',
      path: '/advertisers/{advertiserId}/token',
      tags,
      summary: 'The best token for it; audited',
      description:
        'Of the healthy connections that reach it and hold every permission of `scopes` (`44,100`), the one that is listed first. 409 says of each connection why it is none. A person must have given their password within the last five minutes.',
    })
    .input(z.strictObject({ advertiserId: tiktokId, scopes: commaList(scopeId, 50).optional() }))
    .output(handedToken),
  connections: operation
    .meta({ permission, limits: limitKinds })
    .route({
      method: 'GET',
      path: '/advertisers/{advertiserId}/connections',
      tags,
      summary: 'The connections that reach it, the best first',
      description: 'Archived ones last; then by state, then those with more permissions, then those checked last.',
    })
    .input(z.strictObject({ advertiserId: tiktokId, ...paging }))
    .output(page(reachingConnection)),
};
