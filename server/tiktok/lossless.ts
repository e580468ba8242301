import 'server-only';
import { LosslessNumber } from 'lossless-json';
import { z } from 'zod';

const number = z.instanceof(LosslessNumber).transform(({ value }) => value);
const maxText = 500;

/** A whole number that fits into a JavaScript number: a code, a time. */
export const count = number.transform(Number).pipe(z.int());

/** An id of TikTok: a string of digits, or, in old shapes and for scopes, a bare number of any size. */
export const id = z.union([z.string(), number]).pipe(z.string().regex(/^\d{1,32}$/));

/**
 * Words that are nice to have; whatever else stands there reads as absent. PostgreSQL keeps neither NUL nor half a
 * surrogate pair, and names are their owners' to choose.
 */
export const text = z
  .string()
  .transform((value) => value.slice(0, maxText).replace(/[\0\p{Surrogate}]/gu, ''))
  .nullable()
  .catch(null);

export const optionalId = id.nullable().catch(null);

/** Names one person; compared, never shown. Not promised to be digits. */
export const optionalHandle = z
  .union([z.string(), number])
  .pipe(z.string().regex(/^[\w.-]{1,64}$/))
  .nullable()
  .catch(null);

/** Seconds since 1970, as TikTok writes times. */
export const time = count
  .transform((seconds) => new Date(seconds * 1000))
  .refine((date) => !Number.isNaN(date.valueOf()))
  .nullable()
  .catch(null);
