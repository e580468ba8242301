import { expect, test } from 'vitest';
import type { ConnectionEvent } from '@/contract/connections';
import { encodeCursor } from '@/server/database/cursor';
import { db } from '@/test/database';
import { createAppRow, createConnectionRow, createPerson, createTeam } from '@/test/factories';
import { listEvents } from './list-events';

async function history() {
  const team = await createTeam();
  const auditor = await createPerson(team, 'auditor');
  const { id } = await createConnectionRow(team, await createAppRow(team));
  const of = { teamId: team.id, connectionId: id };
  const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute));
  await db.connectionEvent.createMany({
    data: [0, 3, 3, 6].map((minute) => ({ ...of, kind: 'reach_changed', data: { minute }, at: at(minute) })),
  });
  await db.check.createMany({
    data: [1, 3, 5, 7].map((minute) => ({
      ...of,
      trigger: minute === 7 ? 'person' : 'sweep',
      durationMs: 9,
      at: at(minute),
    })),
  });
  const told = {
    teamId: team.id,
    actorKind: 'person',
    actorName: '佐藤',
    objectKind: 'connection',
    objectId: id,
    objectName: '',
  };
  await db.auditEvent.createMany({
    data: ['paused', 'authorized', 'checked', 'revealed'].map((act, index) => ({
      ...told,
      sequence: index + 1,
      action: `connection.${act}`,
      data: { index },
      at: at(index * 2 + 1),
    })),
  });
  return { team, auditor, id };
}

test('is one history of events, checks and people, newest first, each told once', async () => {
  const { auditor, id } = await history();
  const { rows, total } = await listEvents(auditor, { id, limit: 50 });
  expect(rows.map(({ kind }) => kind).filter((kind) => kind !== 'reach_changed')).toEqual([
    'revealed',
    'checked',
    'checked',
    'checked',
    'checked',
    'paused',
  ]);
  expect(total).toBe(rows.length);
  expect(rows.map(({ at }) => at)).toEqual(
    rows
      .map(({ at }) => at)
      .toSorted()
      .reverse(),
  );
  expect(rows[0]).toMatchObject({ kind: 'revealed', actor: '佐藤', at: '2026-01-01T00:07:00.000Z' });
});

test.each([1, 2, 3, 4])('pages of %i are together the whole', async (limit) => {
  const { auditor, id } = await history();
  const whole = (await listEvents(auditor, { id, limit: 50 })).rows;
  const paged: ConnectionEvent[] = [];
  let cursor: string | undefined;
  do {
    const page = await listEvents(auditor, { id, limit, cursor });
    paged.push(...page.rows);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(paged).toEqual(whole);
});

test('refuses a cursor of another list, and is closed to another team', async () => {
  const { auditor, id } = await history();
  for (const cursor of [
    'nonsense',
    encodeCursor(['newest', id, id]),
    encodeCursor(['2026-01-01T00:00:00Z', "x'"]),
    encodeCursor(['0000-01-01T00:00:00Z', 'e1']),
  ]) {
    await expect(listEvents(auditor, { id, limit: 5, cursor })).rejects.toMatchObject({ code: 'invalid_input' });
  }
  const stranger = await createPerson(await createTeam());
  await expect(listEvents(stranger, { id, limit: 5 })).rejects.toMatchObject({ code: 'not_found' });
});
