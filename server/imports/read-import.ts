import 'server-only';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { words } from '@/contract/shapes';
import { StartError } from '@/server/start-error';

const mostRows = 100_000;

const text = z.string().trim();
/** One token as a team kept it until now. Columns that are not known are refused: a token in one would be lost. */
const rowShape = z.strictObject({
  accessToken: text.regex(/^[\x21-\x7e]{16,4096}$/, 'is no access token'),
  appId: text.regex(/^\d{1,30}$/, 'wants TikTok’s App ID, digits only'),
  name: text
    .max(120, 'is too long')
    .refine((name) => words.safeParse(name).success, 'has a character that cannot be kept')
    .optional(),
  ownerEmail: z.union([z.literal(''), z.email('is no e-mail address')]).optional(),
});
export type ImportRow = z.output<typeof rowShape>;
/** `line` counts rows from 1, without the header. */
export type ReadRow = { line: number; row: ImportRow } | { line: number; problem: string };

/**
 * Reads rows of `accessToken, appId, name?, ownerEmail?` out of CSV with a header, or a JSON list of objects. A row that
 * is wrong is told and hinders no other; problems never repeat what was given.
 * @throws StartError for what is neither
 */
export function readImport(content: string): ReadRow[] {
  const plain = content.replace(/^\uFEFF/, '');
  const rows = plain.trimStart().startsWith('[') ? readJson(plain) : readCsv(plain);
  if (rows.length === 0) throw new StartError('There is no row in the file.');
  if (rows.length > mostRows)
    throw new StartError(`There are ${rows.length} rows; at most ${mostRows} are taken at once.`);
  return rows.map((given, index) => {
    const line = index + 1;
    const { success, data, error } = rowShape.safeParse(given);
    if (success) return { line, row: data };
    const problems = error.issues.map(({ path, code, message }) =>
      code === 'unrecognized_keys' ? 'has a column that is not known' : `${path.join('.')} ${message}`,
    );
    return { line, problem: problems.join('; ') };
  });
}

function readJson(content: string): unknown[] {
  try {
    // Ids written as numbers would lose digits: they are refused, as everything is that is no string.
    return z.array(z.unknown()).parse(JSON.parse(content));
  } catch {
    throw new StartError('The file begins like JSON and is not a list in JSON.');
  }
}

function readCsv(content: string): unknown[] {
  try {
    return parse(content, { columns: true, skip_empty_lines: true, trim: true, relax_column_count_less: false });
  } catch (error) {
    const { code } = error as { code?: string };
    throw new StartError(
      `The file is no CSV with a header line, the same number of cells in each (${code ?? 'unreadable'}).`,
    );
  }
}
