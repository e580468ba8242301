import { z } from 'zod';

/** Our own ids: UUIDv7, as text. */
export const id = z.uuid();

/** Any of them, a session’s too: that is random throughout, which no version of UUID is. */
export const anyId = z.guid();

/** TikTok's ids are digits of any length, up to 25 seen; never numbers, they exceed 2^53. */
export const tiktokId = z.string().regex(/^\d{5,25}$/);

/** Text that a person writes. PostgreSQL keeps neither NUL nor half a surrogate pair. */
export const words = z.string().regex(/^[^\0\p{Surrogate}]*$/u);

/** The same, where it may be so long that a pattern would run out of stack. */
export const longWords = z.string().refine((text) => !text.includes('\0') && text.isWellFormed());

export const timestamp = z.iso.datetime();

/** A moment that somebody else writes: PostgreSQL knows no year 0. */
export const moment = timestamp.regex(/^(?!0000)/);

const day = 24 * 60 * 60 * 1000;

/** A moment, or how long ago it was, in days or hours: `P7D`, `PT6H`. A filter that is kept stays as true as it was. */
export const momentOrAgo = z.union([
  moment,
  z
    .string()
    .regex(/^P(\d{1,4}D|T\d{1,4}H)$/)
    .transform((text) => {
      const length = Number.parseInt(text.replace(/^PT?/, ''), 10) * (text.endsWith('D') ? day : day / 24);
      return new Date(Date.now() - length).toISOString();
    }),
]);

/** A comma-separated list in a query string: `state=healthy,degraded`. */
export const commaList = <Item extends z.ZodType<string, string>>(item: Item, most = 100) =>
  z
    .string()
    .max(most * 40)
    .transform((text) => text.split(',').filter(Boolean))
    .pipe(z.array(item).max(most));

export const paging = {
  /** As long as the longest text that a list is ordered by makes one. */
  cursor: z.string().max(4_000).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};

/** A jump to a row by its number, for a scrollbar; the cursors of what is found there page on. Not beside a cursor. */
export const skip = z.coerce.number().int().min(0).max(10_000_000).optional();

/**
 * One page of a keyset-paged list, in its order whichever cursor led to it. `total` counts everything that matches,
 * exactly. There is nothing before a page whose `previousCursor` is null, nothing after one whose `nextCursor` is.
 */
export const page = <Row extends z.ZodType>(row: Row) =>
  z.object({
    rows: z.array(row),
    nextCursor: z.string().nullable(),
    previousCursor: z.string().nullable(),
    total: z.number().int(),
  });

/** What TikTok, or the way to it, said. `key` names the wording in messages/…/tiktok.json. */
export const tiktokFailure = z.object({
  key: z.string(),
  code: z.number().int().nullable(),
  message: z.string().nullable(),
  requestId: z.string().nullable(),
});
export type TikTokFailure = z.infer<typeof tiktokFailure>;

export const person = z.object({ id, name: z.string() });

/** A tag where it stands on something. */
export const tagged = z.object({ id, name: z.string() });

export const tiktokUser = z.object({
  id: z.string(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  avatarUrl: z.string().nullable(),
});
export type TikTokUser = z.infer<typeof tiktokUser>;
