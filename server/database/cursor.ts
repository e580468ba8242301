import 'server-only';
import { z } from 'zod';
import { AppError } from '@/server/errors';

/** A time in a cursor, which anybody can make up: PostgreSQL knows no year 0. */
export const cursorTime = z.iso.datetime({ offset: true }).regex(/^(?!0000)/);

/** The sort values of the last row shown, as one opaque word for the address bar. */
export function encodeCursor(values: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** @throws AppError invalid_input on a cursor that another list, another sort order or nobody made. */
export function decodeCursor<Values extends z.ZodType>(cursor: string, values: Values): z.output<Values> {
  const { success, data } = values.safeParse(readJson(Buffer.from(cursor, 'base64url').toString()));
  if (!success)
    throw new AppError('invalid_input', 'This cursor belongs to no page of this list.', { data: { field: 'cursor' } });
  return data;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
