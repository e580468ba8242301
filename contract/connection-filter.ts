import { z } from 'zod';
import { mostPicked, sortColumns, statesWorstFirst } from './connection-words';
import { commaList, id, momentOrAgo, paging, skip, tiktokId, words } from './shapes';

export const connectionState = z.enum(statesWorstFirst);
export type ConnectionState = z.infer<typeof connectionState>;

export const connectionSort = z.enum(sortColumns);

/** Which connections. What is given narrows together; of a comma-separated list, any will do. */
export const filterFields = {
  state: commaList(connectionState).optional(),
  appId: commaList(id).optional(),
  /** Members of the team; `none` for those that nobody owns. */
  ownerId: commaList(z.union([id, z.literal('none')])).optional(),
  tag: commaList(id).optional(),
  ids: commaList(id, 200).optional(),
  /** Part of its name or its TikTok user's, or the beginning of an advertiser's id. */
  q: words.trim().max(200).optional(),
  advertiserId: tiktokId.optional(),
  scope: z
    .string()
    .regex(/^\d{1,25}$/)
    .optional(),
  /** Not checked since then; never checked counts too. */
  checkedBefore: momentOrAgo.optional(),
  /** The last check settled nothing. */
  checkFailing: z.stringbool().optional(),
  authorizedBefore: momentOrAgo.optional(),
  authorizedAfter: momentOrAgo.optional(),
  /** The key of what is wrong with it, as in `problem.key`. */
  problem: z
    .string()
    .regex(/^[a-z_]{1,40}$/)
    .optional(),
  /** Those that were archived, instead of those that were not. */
  archived: z.stringbool().default(false),
};

/** A column, descending with a leading minus: `-advertisers`. `newest` has the newest first, `-newest` the oldest. */
export const sort = z.templateLiteral([z.enum(['', '-']), connectionSort]).default('newest');

export const connectionFilter = z.strictObject({ ...filterFields, sort, ...paging, skip });
export type ConnectionFilter = z.infer<typeof connectionFilter>;

/** Many at once: named one by one, or all that match a filter (written as the list takes it), but for some. */
export const connectionSelection = z
  .union([
    z.strictObject({ ids: z.array(id).min(1) }),
    z.strictObject({ filter: z.strictObject(filterFields), except: z.array(id).default([]) }),
  ])
  .refine((select) => ('ids' in select ? select.ids : select.except).length <= mostPicked, {
    error: `At most ${mostPicked} can be named one by one: select all that match a filter instead.`,
  });
export type ConnectionSelection = z.infer<typeof connectionSelection>;
