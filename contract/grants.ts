import { z } from 'zod';
import { grantColumns } from './advertiser-words';
import { id, paging, skip, timestamp, words } from './shapes';

/** An advertiser as a connection reaches it. What is null, TikTok has not said. */
export const grant = z.object({
  advertiserId: z.string(),
  name: z.string().nullable(),
  status: z.string().nullable(),
  currency: z.string().nullable(),
  timezone: z.string().nullable(),
  country: z.string().nullable(),
  company: z.string().nullable(),
  since: timestamp,
  /** When any connection of the team first reached it. */
  firstSeenAt: timestamp,
  /**
   * The team had never seen it before the connection's last authorization: so for fourteen days, and never where the
   * team knew no advertiser at all.
   */
  newToTeam: z.boolean(),
  /** How many of the team's connections reach it, whatever their state. */
  connectionCount: z.number().int(),
  /** Those whose token may still be counted on, as an advertiser has it. */
  liveCount: z.number().int(),
  /** No other connection reaches it whose token may still be counted on: `losses` lists these. */
  onlyThis: z.boolean(),
});
export type Grant = z.infer<typeof grant>;

/** A column, descending with a leading minus: `-since`. */
const sort = z.templateLiteral([z.enum(['', '-']), z.enum(grantColumns)]).default('name');

/** `q` is part of a name, or the first four digits or more of an id; `newToTeam` leaves those that are, or are not. */
export const grantFilter = z.strictObject({
  id,
  q: words.trim().max(200).optional(),
  newToTeam: z.stringbool().optional(),
  sort,
  ...paging,
  skip,
});
export type GrantFilter = z.infer<typeof grantFilter>;
