import { expect, test } from 'vitest';
import { newBrowser, startAuthorization } from '@/test/authorize';
import { createAppRow, createPerson, createTeam } from '@/test/factories';
import { describeOutcome } from './describe-outcome';
import { receiveCallback } from './receive-callback';

async function pending() {
  const team = await createTeam();
  const operator = await createPerson(team, 'operator');
  const made = await startAuthorization(operator, await createAppRow(team), null);
  return { team, operator, ...made };
}

test('a member of its team is told where its page is', async () => {
  const { team, operator, id } = await pending();
  const auditor = await createPerson(team, 'auditor');
  for (const member of [operator, auditor]) {
    expect(await describeOutcome(id, member.id)).toEqual({ status: 'pending', teamSlug: team.slug });
  }
});

test('anybody else learns how it stands, and nothing of the team', async () => {
  const { id, state } = await pending();
  const stranger = await createPerson(await createTeam(), 'owner');
  await receiveCallback(new URLSearchParams({ auth_code: 'a1b2c3d4', state }), {
    ...newBrowser(),
    userId: null,
    ip: null,
    userAgent: null,
  });
  for (const userId of [null, stranger.id]) {
    expect(await describeOutcome(id, userId)).toEqual({ status: 'quarantined', teamSlug: null });
  }
});

test.each(['other-browser', '', '../apps', 'constructor', '0198e5a0-0000-7000-8000-000000000000'])(
  'there is none with the id %j',
  async (id) => {
    expect(await describeOutcome(id, null)).toBeNull();
  },
);
