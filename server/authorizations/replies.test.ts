import fc from 'fast-check';
import { expect, test } from 'vitest';
import { connect } from '@/test/authorize';
import { db } from '@/test/database';
import { createPerson, createTeam } from '@/test/factories';
import { createKnownApp, useTikTok } from '@/test/tiktok';
import { getAuthorization } from './find-authorization';

const tiktok = useTikTok();

const anyToken = fc.oneof(
  fc.stringMatching(/^[0-9a-f]{40}$/),
  fc.constantFrom('', 'short', ' '.repeat(40), '日本語'.repeat(8), null, 40, true, ['a'.repeat(40)], {}),
);
const anyReply = fc.record(
  {
    code: fc.constantFrom(0, 0, 0, '0', 20001, 40002, null, -1),
    message: fc.constantFrom('OK', null, 7),
    request_id: fc.constantFrom('202506191133093EEF0D1F158B6D6EED6B', null, {}),
    data: fc.oneof(
      fc.record({ access_token: anyToken, scope: fc.anything(), advertiser_ids: fc.anything() }, { requiredKeys: [] }),
      fc.constantFrom(null, [], 'OK', {}),
    ),
  },
  { requiredKeys: ['data'] },
);

const isToken = (value: unknown) => typeof value === 'string' && /^[\x21-\x7e]{16,4096}$/.test(value);

test('whatever TikTok answers, a token is stored if and only if code is 0 and the token is one', async () => {
  const team = await createTeam();
  const operator = await createPerson(team, 'operator');
  const app = await createKnownApp(team);
  await fc.assert(
    fc.asyncProperty(anyReply, async (reply) => {
      const body = JSON.stringify(reply, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
      const before = await db.connection.count({ where: { teamId: team.id } });
      tiktok.current.world.faults.plan({ endpoint: 'oauth2/access_token', times: 1, kind: 'body', body });
      const { id } = await connect(tiktok.current, operator, app);
      const { data } = JSON.parse(body) as { data: { access_token?: unknown } | null };
      const stored = reply.code === 0 && isToken(data?.access_token);
      expect(await db.connection.count({ where: { teamId: team.id } })).toBe(before + (stored ? 1 : 0));
      const { status } = await getAuthorization(operator, { id });
      expect(['connected', 'no_advertisers'].includes(status)).toBe(stored);
    }),
    { numRuns: 150 },
  );
}, 120_000);
