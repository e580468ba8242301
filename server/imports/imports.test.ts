import { randomBytes } from 'node:crypto';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openToken } from '@/server/credentials/open-token';
import { StartError } from '@/server/start-error';
import { db } from '@/test/database';
import { createAppRow, createConnectionRow, createPerson, createTeam } from '@/test/factories';
import { planImport } from './plan-import';
import { readImport } from './read-import';
import { saveImport } from './save-import';

const newToken = () => `act.${randomBytes(18).toString('hex')}`;

async function teamWithApps() {
  const team = await createTeam();
  const apps = [await createAppRow(team), await createAppRow(team)];
  return { team, apps, member: await createPerson(team, 'operator') };
}

it(
  'takes in ten thousand tokens, each once, and says of every row what became of it',
  { timeout: 120_000 },
  async () => {
    const { team, apps, member } = await teamWithApps();
    const known = newToken();
    await createConnectionRow(team, apps[0]!, { token: known, name: 'Here already' });
    const rows = Array.from({ length: 10_000 }, (_, index) => ({
      accessToken: newToken(),
      appId: apps[index % 2]!.appId!,
      name: index % 3 ? `広告主 ${index}` : '',
      ownerEmail: index % 5 ? '' : member.email.toUpperCase(),
    }));
    rows[10]!.accessToken = known;
    rows[20]!.accessToken = rows[19]!.accessToken;
    rows[30]!.appId = '1234567890';
    rows[40]!.accessToken = 'short';
    rows[50]!.ownerEmail = 'nobody@example.com';

    const read = readImport(stringify(rows, { header: true }));
    const { planned, verdicts } = await planImport(team.id, read);
    expect(verdicts.map(({ line }) => line)).toEqual(rows.map((_, index) => index + 1));
    const of = (line: number) => verdicts[line - 1]!.verdict;
    expect([of(11), of(21), of(31), of(41), of(51), of(1)]).toEqual([
      'known',
      'repeated',
      'invalid',
      'invalid',
      'invalid',
      'new',
    ]);
    expect(planned).toHaveLength(9_995);
    expect(JSON.stringify(verdicts)).not.toContain('act.');
    expect(await db.connection.count({ where: { teamId: team.id } })).toBe(1);

    await saveImport(team.id, planned);
    const saved = await db.connection.findMany({
      where: { teamId: team.id, name: { not: 'Here already' } },
      select: {
        id: true,
        teamId: true,
        tokenSealed: true,
        tokenHash: true,
        state: true,
        nextCheckAt: true,
        ownerId: true,
      },
    });
    expect(new Set(saved.map(({ tokenSealed, ...row }) => openToken({ ...row, tokenSealed: tokenSealed! })))).toEqual(
      new Set(planned.map(({ row }) => row.accessToken)),
    );
    expect(saved.every(({ state, nextCheckAt }) => state === 'unverifiable' && nextCheckAt! <= new Date())).toBe(true);
    expect(saved.filter(({ ownerId }) => ownerId === member.id).length).toBeGreaterThan(1_900);
    const counts = await db.app.findMany({ where: { teamId: team.id }, select: { connectionCount: true } });
    expect(counts.reduce((sum, { connectionCount }) => sum + connectionCount, 0)).toBeGreaterThanOrEqual(9_995);

    const again = await planImport(team.id, read);
    expect(again.planned).toEqual([]);
  },
);

it('reads CSV and JSON alike, with a byte order mark, and tells what is wrong with a row', () => {
  const row = { accessToken: newToken(), appId: '7000000000000000001', name: 'カンマ, "quoted"\nline' };
  expect(readImport(`\uFEFF${stringify([row], { header: true, record_delimiter: 'windows' })}`)).toEqual([
    { line: 1, row },
  ]);
  expect(readImport(JSON.stringify([row]))).toEqual([{ line: 1, row }]);
  const wrong = [
    { ...row, appId: 7000000000000000001 },
    { ...row, secret: 'x' },
    { appId: row.appId },
    null,
    { ...row, ownerEmail: 'no' },
  ];
  expect(readImport(JSON.stringify(wrong)).every((one) => 'problem' in one)).toBe(true);
});

it.each(['', '[', '[]', '[1', '{"accessToken":"x"}', 'accessToken,appId\n', 'a,b\n1\n', 'accessToken,appId\n"x'])(
  'refuses %j',
  (text) => {
    expect(() => readImport(text)).toThrow(StartError);
  },
);

it('never breaks on a file, and never repeats a token', () => {
  const token = newToken();
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.json()), (text) => {
      try {
        for (const one of readImport(`accessToken,appId\n${token} ,x\n${text}`))
          expect(JSON.stringify(one)).not.toContain(`problem":"${token}`);
      } catch (error) {
        expect(error).toBeInstanceOf(StartError);
        expect((error as Error).message).not.toContain(token);
      }
    }),
    { numRuns: 2000 },
  );
});

it('a wrong row stands in the way of no other, of the same token either', async () => {
  const { team, apps } = await teamWithApps();
  const [accessToken, appId] = [newToken(), apps[0]!.appId!];
  const rows = [
    { accessToken, appId: '1234567890' },
    { accessToken, appId },
    { accessToken: newToken(), appId, name: 'a\0b' },
    { accessToken: newToken(), appId },
  ];
  const { planned, verdicts } = await planImport(team.id, readImport(JSON.stringify(rows)));
  expect(verdicts.map(({ verdict }) => verdict)).toEqual(['invalid', 'new', 'invalid', 'new']);
  expect(await saveImport(team.id, planned)).toBe(2);
});

it('several at once take in each token once', async () => {
  const { team, apps } = await teamWithApps();
  const rows = Array.from({ length: 450 }, () => ({ accessToken: newToken(), appId: apps[0]!.appId! }));
  const plans = await Promise.all([1, 2, 3].map(() => planImport(team.id, readImport(JSON.stringify(rows)))));
  const saved = await Promise.all(plans.map(({ planned }) => saveImport(team.id, planned)));
  expect(saved.reduce((sum, count) => sum + count, 0)).toBe(450);
  expect(await db.connection.count({ where: { teamId: team.id } })).toBe(450);
});
