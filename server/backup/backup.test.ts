import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, expect, it } from 'vitest';
import { databaseConnection } from '@/server/database/connection';
import { parseMasterKeys, newMasterKey } from '@/server/master-keys';
import { env } from '@/server/env';
import { embeddedDatabase } from '@/test/embedded-database';
import { record } from '@/server/audit/record';
import { verifyChain } from '@/server/audit/verify-chain';
import { freshDatabase } from '@/test/fresh-database';
import { ownDatabase } from '@/test/own-database';
import { dump } from './dump';
import { readBackup } from './read-backup';
import { listTables } from './tables';
import { writeBackup } from './write-backup';

// Its own: all of it is read and written again and again, and others fill the one they share.
await ownDatabase();
const { createAppRow, createConnectionRow, createPerson, createTeam } = await import('@/test/factories');
const { db } = await import('@/test/database');
const { recordRestore, takeBackup } = await import('./take-backup');
const folder = mkdtempSync(join(tmpdir(), 'grantboard-backup-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const keys = () => ({ masterKeys: env().ENCRYPTION_KEYS });
let files = 0;
const newFile = () => join(folder, `backup-${(files += 1)}`);

async function emptyDatabase() {
  const server = process.env.TEST_DATABASE_URL;
  if (server) {
    const { url, close } = await freshDatabase(server, []);
    return { connection: { connectionString: url }, close };
  }
  const dataDir = mkdtempSync(join(folder, 'data-'));
  const { url, close } = await embeddedDatabase(dataDir, { migrated: false });
  return { connection: { connectionString: url }, close };
}

async function linesOf(connection: pg.ClientConfig): Promise<string[]> {
  let text = '';
  for await (const part of dump(connection)) text += part;
  return text.split('\n').filter((line) => line && !line.startsWith('{"backup"'));
}

const ids = { big: '9007199254740993', advertiser: '7000000000000000001' };

async function someRows() {
  const team = await createTeam('チーム \u2028 "quoted" \\ back');
  const person = await createPerson(team, 'owner');
  const app = await createAppRow(team);
  const token = `act.${crypto.randomUUID()}`;
  const connection = await createConnectionRow(team, app, {
    token,
    scopes: [ids.big, '4'],
    advertiserIds: [ids.advertiser],
  });
  await db.$transaction((tx) =>
    record(tx, person, 'app.registered', { kind: 'app', id: app.id }, { data: { n: 1.5 } }),
  );
  return { team, connection, token };
}

it('gives back every row exactly, triggers and numbers too', { timeout: 120_000 }, async () => {
  const { connection } = await someRows();
  const file = newFile();
  await writeBackup(databaseConnection(), file, keys());
  const target = await emptyDatabase();
  try {
    const { rows } = await readBackup(target.connection, file, keys());
    expect(rows.Connection).toBeGreaterThanOrEqual(1);
    const [before, after] = [await linesOf(databaseConnection()), await linesOf(target.connection)];
    expect(after.toSorted()).toEqual(before.toSorted());
    const client = new pg.Client(target.connection);
    await client.connect();
    const triggers = 'SELECT tgname, tgenabled::text FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1';
    const { rows: active } = await client.query<{ tgname: string }>(triggers);
    expect(active).toEqual(await db.$queryRawUnsafe(triggers));
    expect(active.length).toBeGreaterThan(0);
    const { rows: kept } = await client.query('SELECT scopes FROM "Connection" WHERE id = $1', [connection.id]);
    expect(kept).toEqual([{ scopes: [ids.big, '4'] }]);
    const next = `SELECT nextval(pg_get_serial_sequence('"DataKey"', 'id'))::int AS next, (SELECT max(id) FROM "DataKey") AS last`;
    const { rows: numbers } = await client.query<{ next: number; last: number }>(next);
    expect(numbers[0]!.next).toBeGreaterThan(numbers[0]!.last);
    await client.end();
  } finally {
    await target.close();
  }
});

it('is of one moment, whatever is written meanwhile', async () => {
  const team = await createTeam();
  const app = await createAppRow(team);
  let writing = true;
  const writer = (async () => {
    let count = 0;
    for (; writing; count++) await createConnectionRow(team, app, { advertiserIds: [`${7e18 + count}`] });
    return count;
  })();
  const file = newFile();
  await writeBackup(databaseConnection(), file, keys());
  writing = false;
  expect(await writer).toBeGreaterThan(0);
  const target = await emptyDatabase();
  try {
    // Foreign keys hold, and each connection has the one grant that came with it or none, never half.
    const { rows } = await readBackup(target.connection, file, keys());
    expect(rows.Connection).toBeGreaterThan(0);
  } finally {
    await target.close();
  }
});

it('holds nothing readable, and opens with nothing but its key', async () => {
  const { team, connection } = await someRows();
  const [file, locked] = [newFile(), newFile()];
  await writeBackup(databaseConnection(), file, keys());
  await writeBackup(databaseConnection(), locked, { ...keys(), passphrase: 'correct horse battery' });
  for (const one of [file, locked]) {
    const text = readFileSync(one, 'latin1');
    for (const word of [team.slug, connection.id, 'Connection']) expect(text).not.toContain(word);
  }
  const other = parseMasterKeys(newMasterKey());
  const nowhere = { connectionString: 'postgresql://nobody@127.0.0.1:1/none' };
  await expect(readBackup(nowhere, file, { masterKeys: other })).rejects.toThrow(
    /wants the master key with the fingerprint/,
  );
  await expect(readBackup(nowhere, locked, keys())).rejects.toThrow('wants its passphrase');
  await expect(readBackup(nowhere, locked, { ...keys(), passphrase: 'incorrect horse' })).rejects.toThrow(
    'does not open',
  );
  await expect(writeBackup(databaseConnection(), newFile(), { ...keys(), passphrase: 'short' })).rejects.toThrow('12');
  await expect(writeBackup(databaseConnection(), file, keys())).rejects.toThrow('exists');
});

it('a backup and a restore are on record in every team, after what else happened', async () => {
  const teams = [await createTeam(), await createTeam()];
  for (const team of teams) {
    const owner = await createPerson(team, 'owner');
    await db.$transaction((tx) => record(tx, owner, 'team.created', { kind: 'team', id: team.id }));
  }
  const file = newFile();
  await takeBackup(file, keys());
  await recordRestore('2026-11-26T00:00:00.000Z');
  for (const { id } of teams) {
    const events = await db.auditEvent.findMany({ where: { teamId: id }, orderBy: { sequence: 'asc' } });
    expect(events.slice(-2)).toMatchObject([
      { action: 'vault.backed_up', actorName: 'Command line', data: { passphrase: false } },
      { action: 'vault.restored', actorName: 'Command line', data: { madeAt: '2026-11-26T00:00:00.000Z' } },
    ]);
    expect((await verifyChain(id)).fault).toBeNull();
  }
  await expect(takeBackup(file, keys())).rejects.toThrow('exists');
  expect(await db.auditEvent.count({ where: { teamId: teams[0]!.id, action: 'vault.backed_up' } })).toBe(1);
});

it('leaves no row of a file that was cut, altered or put together anew', async () => {
  // Enough that will not compress to fill more than one piece: a later one is damaged when the first has been read.
  const { team } = await someRows();
  const app = await createAppRow(team);
  for (let i = 0; i < 8; i++) await createConnectionRow(team, app, { token: randomBytes(40_000).toString('base64') });
  const file = newFile();
  await writeBackup(databaseConnection(), file, keys());
  const whole = readFileSync(file);
  const target = await emptyDatabase();
  const flip = (at: number) => {
    const bytes = Buffer.from(whole);
    bytes[at]! ^= 1;
    return bytes;
  };
  const places = [0, 25, 60, ...Array.from({ length: 20 }, (_, i) => Math.floor((whole.length * (i + 0.5)) / 20))];
  const broken = [
    ...places.map(flip),
    whole.subarray(0, -1),
    whole.subarray(0, whole.length / 2),
    Buffer.concat([whole, whole]),
    Buffer.alloc(0),
  ];
  try {
    for (const bytes of broken) {
      const damaged = newFile();
      writeFileSync(damaged, bytes);
      await expect(readBackup(target.connection, damaged, keys())).rejects.toThrow();
    }
    const client = new pg.Client(target.connection);
    await client.connect();
    for (const { name } of await listTables(client)) {
      expect((await client.query(`SELECT FROM "${name}" LIMIT 1`)).rows, name).toEqual([]);
    }
    await client.end();
    await readBackup(target.connection, file, keys());
    await expect(readBackup(target.connection, file, keys())).rejects.toThrow('Restore into an empty one');
  } finally {
    await target.close();
  }
}, 120_000);
