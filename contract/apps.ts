import { z } from 'zod';
import { appColumns, environments, rateTiers, reviewStatuses } from './app-words';
import { csv, csvRoute } from './csv';
import { operation } from './operation';
import { commaList, id, moment, page, paging, skip, tiktokId, timestamp, words } from './shapes';

export const environment = z.enum(environments);
export const rateTier = z.enum(rateTiers);
export const reviewStatus = z.enum(reviewStatuses);

/** As TikTok's form has it: at most 100 characters; http, localhost and LAN addresses are accepted; compared exactly. */
export const redirectUrl = z
  .url({ protocol: /^https?$/, error: 'not_an_address' })
  .max(100, 'too_long')
  .refine((url) => !/[\s\p{Cc}\p{Surrogate}]/u.test(url), 'no_spaces')
  .refine((url) => !url.includes('#'), 'no_fragment')
  .refine((url) => !/^https?:\/\/[^/?]*@/i.test(url), 'no_credentials');

export const maxRedirectUrls = 10;

export const app = z.object({
  id,
  name: z.string(),
  appId: z.string().nullable(),
  secretHint: z.string().nullable(),
  secretSetAt: timestamp.nullable(),
  environment,
  tier: rateTier,
  reviewStatus,
  reviewSince: timestamp.nullable(),
  reviewRemindAt: timestamp.nullable(),
  notes: z.string(),
  /** `reachable`: this deployment's own callback. Any other address: its page will not load, and its address is pasted. */
  redirectUrls: z.array(z.object({ url: z.string(), arrival: z.enum(['reachable', 'paste']) })),
  connectionCount: z.number().int(),
  createdAt: timestamp,
});
export type App = z.infer<typeof app>;

/** With every review status it has had, newest first. */
const appDetail = app.extend({
  reviews: z.array(z.object({ status: reviewStatus, since: timestamp })),
});
export type AppDetail = z.infer<typeof appDetail>;

/** 40 hex characters in every sample; not relied on. */
export const appSecret = z
  .string()
  .trim()
  .min(8, 'too_short')
  .max(200, 'too_long')
  .regex(/^[\x21-\x7e]+$/, 'no_spaces');

export const appFields = z.strictObject({
  name: words.trim().min(1, 'required').max(50, 'too_long'),
  appId: tiktokId.nullish(),
  secret: appSecret.nullish(),
  redirectUrls: z
    .array(redirectUrl)
    .max(maxRedirectUrls)
    .refine((urls) => new Set(urls).size === urls.length, 'duplicate')
    .default([]),
  environment: environment.default('production'),
  tier: rateTier.default('basic'),
  /** Absent: approved with an App ID, in review without one. TikTok shows an App ID only once it has approved the app. */
  reviewStatus: reviewStatus.optional(),
  reviewSince: moment.nullish(),
  reviewRemindAt: moment.nullish(),
  notes: words.max(2000, 'too_long').default(''),
});
export type AppFields = z.infer<typeof appFields>;

/** A field that is absent stays as it is, and so does a `secret` that is null: it can be replaced, never read or removed. */
export const appChanges = z.strictObject({
  name: appFields.shape.name.optional(),
  appId: tiktokId.nullish(),
  secret: appFields.shape.secret,
  redirectUrls: appFields.shape.redirectUrls.unwrap().optional(),
  environment: environment.optional(),
  tier: rateTier.optional(),
  reviewStatus: reviewStatus.optional(),
  reviewSince: moment.nullish(),
  reviewRemindAt: moment.nullish(),
  notes: words.max(2000, 'too_long').optional(),
});
export type AppChanges = z.infer<typeof appChanges>;

/** Which apps. What is given narrows together; of a comma-separated list, any will do. */
const filterFields = {
  /** Part of its name, or the beginning of its App ID. */
  q: words.trim().max(200).optional(),
  environment: environment.optional(),
  tier: commaList(rateTier).optional(),
  reviewStatus: commaList(reviewStatus).optional(),
};

export const appSort = z.enum(appColumns);
/** A column, descending with a leading minus: `-connections`. */
const sort = z.templateLiteral([z.enum(['', '-']), appSort]).default('name');

export const appFilter = z.strictObject({ ...filterFields, sort, ...paging, skip });
export type AppFilter = z.infer<typeof appFilter>;

const appExport = z.strictObject({ ...filterFields, sort });
export type AppExport = z.infer<typeof appExport>;

const tags = ['Apps'];

export const apps = {
  list: operation
    .meta({ permission: 'apps.read', limits: ['app'] })
    .route({ method: 'GET', path: '/apps', tags, summary: 'Apps of the team' })
    .input(appFilter)
    .output(page(app)),
  export: operation
    .meta({ permission: 'apps.read', limits: ['app'] })
    .route(csvRoute('/apps.csv', { tags, summary: 'All apps that match, as CSV; audited' }))
    .input(appExport)
    .output(csv),
  create: operation
    .meta({ permission: 'apps.write' })
    .route({ method: 'POST', path: '/apps', tags, summary: 'Register an app', successStatus: 201 })
    .input(appFields)
    .output(app),
  get: operation
    .meta({ permission: 'apps.read', limits: ['app'] })
    .route({ method: 'GET', path: '/apps/{id}', tags, summary: 'One app' })
    .input(z.strictObject({ id }))
    .output(appDetail),
  update: operation
    .meta({ permission: 'apps.write' })
    .route({ method: 'PATCH', path: '/apps/{id}', tags, summary: 'Change an app, or replace its secret' })
    .input(appChanges.extend({ id }))
    .output(app),
  remove: operation
    .meta({ permission: 'apps.remove' })
    .route({
      method: 'DELETE',
      path: '/apps/{id}',
      tags,
      summary: 'Remove an app that has no live connections',
      description: 'Revoke its connections first; what is left of them, and its pending Authorized URLs, goes with it.',
      successStatus: 204,
    })
    .input(z.strictObject({ id }))
    .output(z.void()),
};
