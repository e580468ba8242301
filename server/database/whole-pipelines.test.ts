import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import pg from 'pg';
import { afterAll, expect, it, vi } from 'vitest';
import { socketPath } from '@/server/database/socket-folder';
import { wholePipelines } from '@/server/database/whole-pipelines';

const folder = mkdtempSync(join(tmpdir(), 'pipelines-'));
const database = await PGlite.create();
const onBroken = vi.fn();
const db = wholePipelines(database, onBroken);
const server = new PGLiteSocketServer({ db, path: socketPath(folder), maxConnections: 10 });
await server.start();
const pool = new pg.Pool({ host: folder, user: 'postgres', database: 'postgres', max: 6 });

afterAll(async () => {
  await pool.end();
  await server.stop();
  await database.close();
  rmSync(folder, { recursive: true });
});

it('never runs the statement of another connection, when parameters come in pieces', async () => {
  const long = 'x'.repeat(300_000);
  const answers = Array.from({ length: 200 }, async (_, index) => {
    const text = index % 2 ? `${long}${index}` : `${index}`;
    const sql = index % 2 ? 'SELECT $1::text AS a, 1 AS b, 2 AS c' : 'SELECT $1::text AS a';
    const { rows } = await pool.query(sql, [text]);
    expect(rows).toEqual([index % 2 ? { a: text, b: 1, c: 2 } : { a: text }]);
  });
  await Promise.all(answers);
});

it('goes on after a statement that fails, and after a connection that goes away in a pipeline', async () => {
  await expect(pool.query('SELECT $1::int', ['no number'])).rejects.toThrow();
  const leaving = new pg.Client({ host: folder, user: 'postgres', database: 'postgres' });
  leaving.on('error', () => undefined);
  await leaving.connect();
  const query = leaving.query('SELECT $1::text', ['x'.repeat(5_000_000)]).catch(() => 'gone');
  setImmediate(() => leaving.connection.stream.destroy());
  expect(await query).toBe('gone');
  expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
});

it('tells when the database itself fails', async () => {
  vi.spyOn(database, 'execProtocolRawStream').mockRejectedValueOnce(new Error('Aborted()'));
  await expect(db.execProtocolRawStream(new Uint8Array([81]), { onRawData: () => undefined })).rejects.toThrow(
    'Aborted()',
  );
  expect(onBroken).toHaveBeenCalledOnce();
});
