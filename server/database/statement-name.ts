import 'server-only';
import { createHash } from 'node:crypto';

/** So often a statement is sent before it is kept prepared, and so many are: each costs memory in every session. */
const hotFrom = 5;
const most = 500;

/** Lists and counts: which plan is good depends on the values asked for, so they are planned for these each time. */
const dependsOnValues = /\bcount\(|\border by\b[^]*\blimit\b/i;

/**
 * Whether each connection is a session of its own. The embedded database is one session for all, in which names would
 * meet; so are those of a pooler in between, which `pgbouncer=true` in the address tells of.
 */
export const keepsStatements = (databaseUrl: string | undefined): boolean =>
  databaseUrl !== undefined && !/[?&]pgbouncer=true\b/.test(databaseUrl);

/**
 * Names the statements that are sent again and again, so that PostgreSQL parses and plans them once a session: looking
 * up a row by its key takes less time than planning it does. @returns a name for a text, or '' for one that is to
 * be sent as it is.
 */
export function statementNames(): (statement: { sql: string }) => string {
  const seen = new Map<string, number>();
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known || names.size >= most || dependsOnValues.test(sql)) return known ?? '';
    const times = (seen.get(sql) ?? 0) + 1;
    // Texts that vary without end must not be remembered without end.
    if (seen.size >= 10 * most) seen.clear();
    seen.set(sql, times);
    if (times < hotFrom) return '';
    seen.delete(sql);
    const name = `g_${createHash('sha256').update(sql).digest('base64url').slice(0, 20)}`;
    names.set(sql, name);
    return name;
  };
}
