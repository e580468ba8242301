import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { openEmbedded } from '@/server/database/embedded';
import { heldPath, holdSocket, socketFolder } from '@/server/database/socket-folder';
import { copyDatabase } from '@/test/embedded-database';
import { startProgram } from '@/test/start-program';

const root = mkdtempSync(join(tmpdir(), 'grantboard-embedded-'));
afterAll(() => rmSync(root, { recursive: true }));
const start = (dataDir: string) =>
  startProgram('open-database', {
    DATA_DIR: dataDir,
    ENCRYPTION_KEYS: process.env.ENCRYPTION_KEYS ?? '',
    AUTH_SECRET: process.env.AUTH_SECRET ?? '',
  });

async function newDataDir(name: string): Promise<string> {
  const dataDir = join(root, name);
  await copyDatabase(dataDir);
  return dataDir;
}

async function ask(connection: pg.PoolConfig, sql: string): Promise<unknown[]> {
  const client = new pg.Client(connection as pg.ClientConfig);
  await client.connect();
  const { rows } = await client.query(sql).finally(() => client.end());
  return rows;
}

describe('the embedded database', () => {
  it('keeps what was written, through closing and opening', async () => {
    const dataDir = await newDataDir('reopened');
    const first = await openEmbedded(dataDir);
    await ask(first.connection, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.close();
    const second = await openEmbedded(dataDir);
    expect(await ask(second.connection, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
    await second.close();
  });

  it('finds a place for its socket when the path of the folder is too long for one', async () => {
    const dataDir = await newDataDir('long'.repeat(30));
    const { connection, close } = await openEmbedded(dataDir);
    expect(await ask(connection, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(statSync(connection.host!).mode & 0o777).toBe(0o700);
    await close();
  });

  it('refuses a folder that others can enter, and says how to close it', async () => {
    const dataDir = await newDataDir('open');
    await (await openEmbedded(dataDir)).close();
    chmodSync(dataDir, 0o755);
    await expect(openEmbedded(dataDir)).rejects.toThrow(`chmod 700 ${dataDir}`);
  });

  it('refuses a folder that somebody holds whom only the folder shows, and takes what a killed one left', async () => {
    const dataDir = await newDataDir('held');
    const folder = socketFolder(dataDir);
    const letGo = (await holdSocket(heldPath(folder)))!;
    await expect(openEmbedded(dataDir)).rejects.toThrow('is in use by');
    const left = join(folder, 'left');
    linkSync(heldPath(folder), left);
    letGo();
    await vi.waitFor(() => expect(existsSync(heldPath(folder))).toBe(false));
    renameSync(left, heldPath(folder));
    const { connection, close } = await openEmbedded(dataDir);
    expect(await ask(connection, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(await holdSocket(heldPath(folder))).toBeUndefined();
    await close();
  });

  it('refuses a second opening in the same process', async () => {
    const dataDir = await newDataDir('twice');
    const { close } = await openEmbedded(dataDir);
    await expect(openEmbedded(dataDir)).rejects.toThrow(`in use by process ${process.pid} on`);
    await close();
  });

  it('refuses a second process at once, naming the first, and opens as soon as that is killed', async () => {
    const dataDir = await newDataDir('killed');
    const first = start(dataDir);
    await first.line(/^kept 20$/);
    const second = start(dataDir);
    const refusal = await second.line(/^refused/);
    await second.ended;
    expect(refusal).toMatch(new RegExp(`in use by process ${first.pid} on .+, since 20\\d\\d-`));
    expect(Number(/after (\d+) ms/.exec(refusal)?.[1])).toBeLessThan(2_000);
    await first.kill();
    const kept = first.lines.filter((line) => line.startsWith('kept')).length;
    const { connection, close } = await openEmbedded(dataDir);
    const [found] = await ask(connection, `SELECT count(*)::int FROM "Team" WHERE slug LIKE '${first.pid}-%'`);
    expect(found).toEqual({ count: expect.toSatisfy((count: number) => count === kept || count === kept + 1) });
    await close();
  });

  it('starts after a first start that was killed while it made the files', { timeout: 120_000 }, async () => {
    const dataDir = join(root, 'interrupted');
    const interrupted = start(dataDir);
    await vi.waitFor(() => expect(readdirSync(join(dataDir, 'database.new')).length).toBeGreaterThan(5), 60_000);
    await interrupted.kill();
    expect(existsSync(join(dataDir, 'database'))).toBe(false);
    const { connection, close } = await openEmbedded(dataDir);
    expect(await ask(connection, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await close();
  });

  it.each([
    ['its control file is empty', 'global/pg_control', 0],
    ['its control file is cut', 'global/pg_control', 100],
    ['its version is gone', 'PG_VERSION', 0],
    ['its log is gone', 'pg_wal/000000010000000000000001', 0],
  ])('refuses files that are damaged and touches none of them: %s', async (name, file, length) => {
    const dataDir = await newDataDir(name);
    const path = join(dataDir, 'database', file);
    truncateSync(path, length);
    const before = checksums(join(dataDir, 'database'));
    const program = start(dataDir);
    expect(await program.line(/^refused/)).toMatch(/does not open; nothing in it was changed.+restore a backup/);
    await program.ended;
    expect(checksums(join(dataDir, 'database'))).toEqual(before);
  });
});

/** Of all but the note of who had it open. */
function checksums(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && entry.name !== 'postmaster.pid',
  );
  const paths = files.map(({ parentPath, name }) => join(parentPath, name));
  return new Map(paths.map((path) => [path, createHash('sha256').update(readFileSync(path)).digest('hex')]));
}
