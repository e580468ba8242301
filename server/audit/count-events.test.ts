import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import type { Person } from '@/server/auth/actor';
import { forget } from '@/server/shared';
import { changeAudit } from '@/test/change-audit';
import { db } from '@/test/database';
import { createPerson, createTeam, type TestTeam } from '@/test/factories';
import { countEvents } from './count-events';
import { record } from './record';

let team: TestTeam;
let person: Person;
beforeEach(async () => {
  team = await createTeam();
  person = await createPerson(team, 'owner');
});
afterAll(() => void vi.restoreAllMocks());

const tell = (action: 'app.changed' | 'view.saved') =>
  db.$transaction((tx) => record(tx, person, action, { kind: 'app', id: null }));

/** As another process would write it. */
const tellElsewhere = () => db.$executeRaw`
  WITH next AS (UPDATE "AuditEnd" SET sequence = sequence + 1 WHERE "teamId" = ${team.id}::uuid RETURNING sequence AS s)
  INSERT INTO "AuditEvent" ("teamId", sequence, "actorKind", "actorName", action, "objectKind", data)
  SELECT ${team.id}::uuid, s, 'system', 'Elsewhere', 'app.changed', 'app', '{}' FROM next`;

test('is right after every event, whoever wrote it', async () => {
  for (let n = 0; n < 5; n++) {
    expect(await countEvents(person, {})).toBe(2 * n);
    expect(await countEvents(person, { action: ['app.'], sort: 'at' })).toBe(2 * n);
    await tell('app.changed');
    await tellElsewhere();
  }
  await tell('view.saved');
  expect(await countEvents(person, {})).toBe(11);
  expect(await countEvents(person, { action: ['app.'] })).toBe(10);
});

test('counts only what came since it last counted', async () => {
  for (let n = 0; n < 3; n++) await tell('app.changed');
  await countEvents(person, { action: ['app.'] });
  // What was counted is not looked at again: an event that could not vanish has vanished.
  await changeAudit((tx) => tx.auditEvent.deleteMany({ where: { teamId: team.id, sequence: 2 } }));
  await tell('app.changed');
  expect(await countEvents(person, { action: ['app.'] })).toBe(4);
});

test('how many there are of all is told by the first and the last, whatever lies between', async () => {
  expect(await countEvents(person, {})).toBe(0);
  for (let n = 0; n < 3; n++) await tell('app.changed');
  await changeAudit((tx) => tx.auditEvent.deleteMany({ where: { teamId: team.id, sequence: 2 } }));
  expect(await countEvents(person, { action: [] })).toBe(3);
});

test('counts anew where the oldest events have been cleared away', async () => {
  const both: Parameters<typeof countEvents>[1][] = [{}, { action: ['app.'] }];
  for (let n = 0; n < 4; n++) await tell('app.changed');
  for (const filter of both) expect(await countEvents(person, filter)).toBe(4);
  await changeAudit((tx) => tx.auditEvent.deleteMany({ where: { teamId: team.id, sequence: { lte: 2 } } }));
  for (const filter of both) expect(await countEvents(person, filter)).toBe(2);
});

test('never tells less than was committed before it was asked, with twenty writing and reading at once', async () => {
  let committed = 0;
  const writer = async () => {
    for (let n = 0; n < 4; n++) {
      await tell('app.changed');
      committed += 1;
    }
  };
  const reader = async () => {
    for (let n = 0; n < 8; n++) {
      const before = committed;
      expect(await countEvents(person, {})).toBeGreaterThanOrEqual(before);
    }
  };
  await Promise.all(Array.from({ length: 10 }, () => [writer(), reader()]).flat());
  expect(await countEvents(person, {})).toBe(40);
});

test('forgets a count that failed', async () => {
  await tell('app.changed');
  forget('audit-counts');
  const failing = vi.spyOn(JSON, 'stringify').mockImplementationOnce(() => 'one key');
  await expect(countEvents(person, { from: 'no time' })).rejects.toThrow();
  failing.mockImplementationOnce(() => 'one key');
  expect(await countEvents(person, { action: ['app.'] })).toBe(1);
});
