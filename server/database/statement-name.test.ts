import fc from 'fast-check';
import { expect, it } from 'vitest';
import { keepsStatements, statementNames } from './statement-name';

const byKey = 'SELECT name FROM "App" WHERE id = $1';
const sendOften = (nameOf: ReturnType<typeof statementNames>, sql: string, times = 5) =>
  Array.from({ length: times }, () => nameOf({ sql })).at(-1);

it('names what is sent again and again, always alike', () => {
  const nameOf = statementNames();
  expect(sendOften(nameOf, byKey, 4)).toBe('');
  const name = sendOften(nameOf, byKey, 1);
  expect(name).toMatch(/^g_[\w-]{20}$/);
  expect(sendOften(nameOf, byKey)).toBe(name);
  expect(sendOften(statementNames(), byKey)).toBe(name);
});

it('gives different statements different names, which PostgreSQL does not cut off', () => {
  const nameOf = statementNames();
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { maxLength: 20 }), (texts) => {
      const names = texts.map((text) => sendOften(nameOf, text)!).filter(Boolean);
      expect(new Set(names).size).toBe(names.length);
      for (const name of names) expect(name.length).toBeLessThan(63);
    }),
    { numRuns: 10 },
  );
});

it.each([
  'SELECT id FROM "Connection" WHERE state = $1 ORDER BY name LIMIT $2',
  'SELECT COUNT(*) FROM "Connection" WHERE state = ANY($1)',
])('leaves a plan that hangs on its values to be made for them: %s', (sql) => {
  expect(sendOften(statementNames(), sql)).toBe('');
});

it('keeps no more than five hundred in every session', () => {
  const nameOf = statementNames();
  const named = Array.from({ length: 2_000 }, (_, n) => sendOften(nameOf, `SELECT ${n}`)).filter(Boolean);
  expect(named).toHaveLength(500);
});

it.each([
  [undefined, false],
  ['postgresql://grantboard@db/grantboard', true],
  ['postgresql://grantboard@db/grantboard?sslmode=require&pgbouncer=true', false],
  ['postgresql://postgres@localhost/postgres?pgbouncer=true&host=%2Ftmp%2Fsocket', false],
])('keeps statements where a connection is a session of its own: %s', (url, kept) => {
  expect(keepsStatements(url)).toBe(kept);
});
