import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { ownDatabase } from '@/test/own-database';

/** The command itself, in a process of its own, on a database of its own: what it prints, and how it ends. */
// Each starts a process, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 });
const owner = new pg.Client(await ownDatabase());
const { systemActor } = await import('@/server/auth/actor');
const { getAuthorization } = await import('@/server/authorizations/find-authorization');
const { noteEnds } = await import('@/server/audit/note-ends');
const { record } = await import('@/server/audit/record');
const { connect } = await import('@/test/authorize');
const { db } = await import('@/test/database');
const { createPerson } = await import('@/test/factories');
const { createKnownApp, useTikTok } = await import('@/test/tiktok');

const tiktok = useTikTok();
const folder = mkdtempSync(join(tmpdir(), 'grantboard-verify-'));
const log = join(folder, 'server.log');
const length = 6;
const teams: Record<string, { id: string; slug: string; name: string }> = {};
/** The connection whose token is one of an earlier time. */
let putBack: { id: string; name: string };

async function makeTeam(slug: string) {
  const team = await db.team.create({ data: { slug, name: slug }, select: { id: true, slug: true, name: true } });
  for (let n = 1; n <= length; n++) await tell(team, n === 1 ? 'team.created' : 'team.changed', n);
  return (teams[slug] = team);
}

const tell = ({ id }: { id: string }, action: 'team.created' | 'team.changed', n: number) =>
  db.$transaction((tx) => record(tx, systemActor(id), action, { kind: 'team', id }, { data: { n } }));

async function putTokenBack(team: Awaited<ReturnType<typeof makeTeam>>) {
  const admin = await createPerson(team, 'admin');
  const app = await createKnownApp(team);
  const authorize = async (connectionId?: string) => {
    const { id } = await connect(tiktok.current, admin, app, { as: 'sato', connectionId });
    return (await getAuthorization(admin, { id })).connectionId!;
  };
  const id = await authorize();
  const select = { tokenSealed: true, tokenHash: true, tokenHint: true } as const;
  const earlier = await db.connection.findUniqueOrThrow({ where: { id }, select });
  expect(await authorize(id)).toBe(id);
  return db.connection.update({ where: { id }, data: earlier, select: { id: true, name: true } });
}

const of = (slug: string) => `"teamId" = '${teams[slug]!.id}'`;

beforeAll(async () => {
  await owner.connect();
  for (const slug of ['whole', 'put-back', 'edited', 'deleted', 'reordered', 'cut', 'rewound']) await makeTeam(slug);
  putBack = await putTokenBack(teams['put-back']!);
  await owner.query(`CREATE TABLE earlier_end AS SELECT * FROM "AuditEnd" WHERE ${of('rewound')}`);
  await tell(teams.rewound!, 'team.changed', length + 1);
  const lines: string[] = [];
  await noteEnds((facts, msg) => void lines.push(JSON.stringify({ level: 30, ...facts, msg })));
  writeFileSync(log, lines.join('\n'));
  for (const sql of [
    'ALTER TABLE "AuditEvent" DISABLE TRIGGER append_only',
    `UPDATE "AuditEvent" SET reason = 'another' WHERE ${of('edited')} AND sequence = 3`,
    `DELETE FROM "AuditEvent" WHERE ${of('deleted')} AND sequence = 4`,
    `UPDATE "AuditEvent" SET sequence = 100 WHERE ${of('reordered')} AND sequence = 2`,
    `UPDATE "AuditEvent" SET sequence = 2 WHERE ${of('reordered')} AND sequence = 5`,
    `UPDATE "AuditEvent" SET sequence = 5 WHERE ${of('reordered')} AND sequence = 100`,
    `DELETE FROM "AuditEvent" WHERE ${of('cut')} AND sequence > 4`,
    `DELETE FROM "AuditEvent" WHERE ${of('rewound')} AND sequence > ${length}`,
    `UPDATE "AuditEnd" e SET sequence = k.sequence, head = k.head FROM earlier_end k WHERE e."teamId" = k."teamId"`,
  ])
    await owner.query(sql);
});

afterAll(async () => {
  await owner.end();
  rmSync(folder, { recursive: true });
});

/** `npm run audit:verify -- …`; how long it took is left out of what it prints. */
async function verify(...args: string[]) {
  const child = spawn('npm', ['run', '-s', 'audit:verify', '--', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const printed = Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = (await once(child, 'close')) as [number | null];
  const [out, errors] = await printed;
  return {
    code,
    lines: out
      .trim()
      .split('\n')
      .map((line) => line.replace(/ \(\d+\.\d s\)$/, '')),
    errors: errors.trim(),
  };
}

const whole = (slug: string, more = '') => `${slug}: ${length} events are as they were written${more}`;
const broken = (slug: string, what: string, right: number) =>
  `${slug}: BROKEN. Event ${what}; ${right} before it are right.`;
const none = (slug: string) => `${slug}: every token and Secret is the one that it tells of`;

/** What it says of each team, and how it ends for that team alone. */
const said: [slug: string, code: number, lines: () => string[]][] = [
  ['whole', 0, () => [whole('whole'), none('whole')]],
  [
    'put-back',
    1,
    () => [
      expect.stringMatching(/^put-back: \d+ events are as they were written$/) as string,
      `put-back: PUT BACK. The token of ${putBack.name} (${putBack.id}) is not the one that it tells of.`,
    ],
  ],
  ['edited', 1, () => [broken('edited', '3 is not what was written, or does not follow from the one before it', 2)]],
  ['deleted', 1, () => [broken('deleted', '4 is missing', 3)]],
  ['reordered', 1, () => [broken('reordered', '2 stands under another number', 1)]],
  ['cut', 1, () => [broken('cut', '5 is missing, with whatever came after it', 4)]],
];

test.each(said)('of %s alone it ends with %i and says why', async (slug, code, lines) => {
  expect(await verify('--team', slug)).toEqual({ code, lines: lines(), errors: '' });
});

test('of all teams it says of each what it says of that one, and ends with 1 for any that is wrong', async () => {
  const { code, lines, errors } = await verify();
  const expected = said.toSorted(([one], [other]) => (one < other ? -1 : 1)).flatMap(([, , of]) => of());
  expect([code, errors]).toEqual([1, '']);
  // By their slugs.
  const at = expected.findIndex((line) => line === whole('whole'));
  expect(lines).toEqual(expected.toSpliced(at, 0, whole('rewound'), none('rewound')));
});

test('an audit put back to an earlier end is told by the log alone', async () => {
  expect(await verify('--team', 'whole', '--log', log)).toMatchObject({
    code: 0,
    lines: [whole('whole', ', 1 notes of the log'), none('whole')],
  });
  expect(await verify('--team', 'rewound')).toEqual({
    code: 0,
    lines: [whole('rewound'), none('rewound')],
    errors: '',
  });
  expect(await verify('--team', 'rewound', '--log', log)).toEqual({
    code: 1,
    lines: [broken('rewound', `${length + 1} is missing, with whatever came after it`, length)],
    errors: '',
  });
});

test('a team that the log has noted and that is gone is told of', async () => {
  const [gone, other] = [crypto.randomUUID(), join(folder, 'other.log')];
  const note = { level: 30, teamId: gone, sequence: '3', witness: 'x', msg: 'audit end' };
  writeFileSync(other, JSON.stringify(note));
  const { code, lines } = await verify('--log', other);
  expect(code).toBe(1);
  expect(lines).toContain(`${gone}: BROKEN. The log has noted the audit of this team, and it is gone.`);
});

test('a team that is not there is no audit that is right', async () => {
  expect(await verify('--team', 'nowhere')).toMatchObject({ code: 1, errors: 'There is no team nowhere.' });
});
