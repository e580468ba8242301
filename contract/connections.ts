import { z } from 'zod';
import { environment } from './apps';
import { connectionFilter, connectionSelection, connectionState, filterFields, sort } from './connection-filter';
import { csv, csvRoute } from './csv';
import { grant, grantFilter } from './grants';
import { limitKinds, operation } from './operation';
import { id, page, paging, person, tagged, tiktokFailure, tiktokUser, timestamp, words } from './shapes';
import { tagIds } from './tags';

export const connection = z.object({
  id,
  name: z.string(),
  notes: z.string(),
  state: connectionState,
  stateSince: timestamp,
  /** Why it is in this state; null when nothing is wrong. */
  problem: tiktokFailure.nullable(),
  app: z.object({ id, name: z.string(), appId: z.string().nullable(), environment }),
  owner: person.nullable(),
  tags: z.array(tagged),
  tiktokUser: tiktokUser.nullable(),
  scopes: z.array(z.string()),
  advertiserCount: z.number().int(),
  tokenHint: z.string().nullable(),
  /** False until TikTok was asked, once, whose it is and what it reaches. */
  inspected: z.boolean(),
  firstAuthorizedAt: timestamp,
  lastAuthorizedAt: timestamp,
  authorizedCount: z.number().int(),
  lastCheckedAt: timestamp.nullable(),
  nextCheckAt: timestamp.nullable(),
  /** A check that settled nothing (TikTok down, too many requests): the state above is the last one known. */
  lastCheckError: tiktokFailure.extend({ at: timestamp }).nullable(),
  revokedAt: timestamp.nullable(),
  archivedAt: timestamp.nullable(),
});
export type Connection = z.infer<typeof connection>;

export const connectionEvent = z.object({
  id: z.string(),
  at: timestamp,
  /** authorized, reauthorized, checked, state_changed, reach_changed, revealed, paused, resumed, revoked, changed */
  kind: z.string(),
  actor: z.string().nullable(),
  data: z.record(z.string(), z.unknown()),
});
export type ConnectionEvent = z.infer<typeof connectionEvent>;

const twin = connection.pick({ id: true, name: true, state: true });
export type Twin = z.infer<typeof twin>;

const tags = ['Connections'];
const one = z.strictObject({ id });

export const connections = {
  list: operation
    .meta({ permission: 'connections.read', limits: limitKinds })
    .route({ method: 'GET', path: '/connections', tags, summary: 'Connections of the team' })
    .input(connectionFilter)
    .output(page(connection)),
  /** Counts by state under the same filter, whatever states it names: each is a filter above the table. */
  states: operation
    .meta({ permission: 'connections.read', limits: limitKinds })
    .route({ method: 'GET', path: '/connections/states', tags, summary: 'How many connections are in each state' })
    .input(z.strictObject(filterFields).omit({ state: true }))
    .output(z.record(connectionState, z.number().int())),
  export: operation
    .meta({ permission: 'connections.read', limits: limitKinds })
    .route(csvRoute('/connections.csv', { tags, summary: 'All connections that match, as CSV; audited' }))
    .input(z.strictObject({ ...filterFields, sort }))
    .output(csv),
  /** More are picked by hand than an address has room for. */
  exportSelected: operation
    .meta({ permission: 'connections.read', limits: limitKinds })
    .route(csvRoute('/connections.csv', { tags, summary: 'Those that are selected, as CSV; audited', method: 'POST' }))
    .input(z.strictObject({ select: connectionSelection, sort }))
    .output(csv),
  get: operation
    .meta({ permission: 'connections.read', limits: limitKinds })
    .route({ method: 'GET', path: '/connections/{id}', tags, summary: 'One connection' })
    .input(one)
    .output(connection),
  advertisers: operation
    .meta({ permission: 'connections.read', limits: limitKinds })
    .route({ method: 'GET', path: '/connections/{id}/advertisers', tags, summary: 'The advertisers it reaches' })
    .input(grantFilter)
    .output(page(grant)),
  events: operation
    .meta({ permission: 'connections.read', limits: limitKinds })
    .route({ method: 'GET', path: '/connections/{id}/events', tags, summary: 'What happened to it, newest first' })
    .input(z.strictObject({ id, ...paging }))
    .output(page(connectionEvent)),
  twins: operation
    .meta({ permission: 'connections.read', limits: limitKinds })
    .route({
      method: 'GET',
      path: '/connections/{id}/twins',
      tags,
      summary: 'Other standing connections of its TikTok user to its app',
    })
    .input(one)
    .output(z.array(twin)),
  update: operation
    .meta({ permission: 'connections.write', limits: limitKinds })
    .route({ method: 'PATCH', path: '/connections/{id}', tags, summary: 'Rename it, tag it, write notes, archive it' })
    .input(
      z.strictObject({
        id,
        name: words.trim().min(1).max(120).optional(),
        notes: words.max(4000).optional(),
        archived: z.boolean().optional(),
        /** A member of the team; null for nobody. */
        ownerId: id.nullish(),
        /** All the tags it has from now on. */
        tags: tagIds.optional(),
      }),
    )
    .output(connection),
  tag: operation
    .meta({ permission: 'connections.write', limits: limitKinds })
    .route({ method: 'POST', path: '/connections/tag', tags, summary: 'Tag many, or take tags off them' })
    .input(z.strictObject({ select: connectionSelection, add: tagIds.default([]), remove: tagIds.default([]) }))
    .output(z.object({ changed: z.number().int() })),
  check: operation
    .meta({ permission: 'connections.check', limits: limitKinds })
    .route({ method: 'POST', path: '/connections/{id}/check', tags, summary: 'Ask TikTok now' })
    .input(one)
    .output(connection),
  report: operation
    .meta({ permission: 'connections.check', limits: limitKinds })
    .route({
      method: 'POST',
      path: '/connections/{id}/report',
      tags,
      summary: 'Say what TikTok answered; it is checked at once',
      description:
        'For a pipeline whose call TikTok refused: `{"code": 40105}`. The connection is checked ahead of all planned checks. What is reported changes no state by itself.',
      successStatus: 202,
    })
    .input(z.strictObject({ id, code: z.number().int().min(0).max(999_999), message: words.max(500).optional() }))
    .output(z.object({ queued: z.literal(true) })),
  pause: operation
    .meta({ permission: 'connections.pause', limits: limitKinds })
    .route({ method: 'POST', path: '/connections/{id}/pause', tags, summary: 'Stop handing its token out' })
    .input(one)
    .output(connection),
  resume: operation
    .meta({ permission: 'connections.pause', limits: limitKinds })
    .route({ method: 'POST', path: '/connections/{id}/resume', tags, summary: 'Hand its token out again' })
    .input(one)
    .output(connection),
  losses: operation
    .meta({ permission: 'connections.read', limits: limitKinds })
    .route({
      method: 'GET',
      path: '/connections/{id}/losses',
      tags,
      summary: 'The advertisers that only this connection reaches',
    })
    .input(z.strictObject({ id, ...paging }))
    .output(page(grant)),
  revoke: operation
    .meta({ permission: 'connections.revoke', limits: ['app', 'tag'] })
    .route({ method: 'POST', path: '/connections/{id}/revoke', tags, summary: 'End the grant at TikTok, then here' })
    .input(z.strictObject({ id, reason: words.trim().min(1).max(500) }))
    .output(connection),
  token: operation
    .meta({ permission: 'connections.reveal', limits: limitKinds })
    .route({
      method: 'GET',
      path: '/connections/{id}/token',
      tags,
      summary: 'Its access token; audited',
      description: 'A person must have given their password within the last five minutes (`POST /session/confirm`).',
    })
    .input(one)
    .output(z.object({ accessToken: z.string() })),
};
