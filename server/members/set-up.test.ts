import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { db, disconnect } from '@/server/database/client';
import { openVault } from '@/server/vault/open';
import { embeddedDatabase } from '@/test/embedded-database';
import { freshDatabase } from '@/test/fresh-database';
import { ensureOwner } from './ensure-owner';
import { setUp } from './set-up';
import { isSetupOpen, offerSetupCode } from './setup-code';

/** A database of its own: in that of the other tests there is somebody already. */
const folder = mkdtempSync(join(tmpdir(), 'grantboard-setup-'));
const server = process.env.TEST_DATABASE_URL;
let close: () => Promise<void>;

beforeAll(async () => {
  const database = server ? await freshDatabase(server) : await embeddedDatabase(folder);
  process.env.DATABASE_URL = database.url;
  close = database.close;
  await openVault();
});

afterAll(async () => {
  await disconnect();
  await close();
  rmSync(folder, { recursive: true, force: true });
});

const owner = (number = 0) => ({
  teamName: 'アクメ',
  name: 'Mika Tanaka',
  email: `mika${number}@example.com`,
  password: 'long enough',
});

it('prints a code of 140 bits, 28 of 32 letters and digits', async () => {
  expect(await offerSetupCode()).toMatch(/^([A-HJ-NP-Z2-9]{4}-){6}[A-HJ-NP-Z2-9]{4}$/);
});

it('wants the code of the last start', async () => {
  const earlier = await offerSetupCode();
  await offerSetupCode();
  for (const code of ['', 'AAAA-AAAA-AAAA-AAAA-AAAA-AAAA-AAAA', earlier!]) {
    await expect(setUp({ ...owner(), code })).rejects.toMatchObject({ code: 'forbidden', status: 403 });
  }
  expect(await isSetupOpen()).toBe(true);
});

it('refuses a password that many use, and keeps the code for another try', async () => {
  const code = (await offerSetupCode())!;
  const refused = setUp({ ...owner(), code, password: 'Password1' });
  await expect(refused).rejects.toMatchObject({ data: { field: 'password', reason: 'common_password' } });
  const configured = ensureOwner({ OWNER_EMAIL: 'mika@example.com', OWNER_PASSWORD: 'Password1' });
  await expect(configured).rejects.toThrow('OWNER_PASSWORD');
  expect(await isSetupOpen()).toBe(true);
});

it('makes one owner of twenty who try at once, and is closed for ever after', async () => {
  const code = (await offerSetupCode())!;
  const typed = code.toLowerCase().replaceAll('-', ' ');
  const endings = await Promise.allSettled(
    Array.from({ length: 20 }, (_, number) => setUp({ ...owner(number), code: typed })),
  );
  expect(endings.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await db.user.count()).toBe(1);
  expect(
    await db.membership.findMany({ select: { role: true, team: { select: { name: true, slug: true } } } }),
  ).toEqual([{ role: 'owner', team: { name: 'アクメ', slug: 'team-1' } }]);
  expect(await offerSetupCode()).toBeNull();
  await expect(setUp({ ...owner(99), code })).rejects.toMatchObject({ code: 'conflict' });
});

it('leaves the configured owner out where there is somebody', async () => {
  await ensureOwner({ OWNER_EMAIL: 'late@example.com', OWNER_PASSWORD: 'long enough' });
  expect(await db.user.count()).toBe(1);
});
