import { expect, test } from 'vitest';
import { startAuthorization } from '@/test/authorize';
import { db } from '@/test/database';
import { createPerson, createTeam } from '@/test/factories';
import { createKnownApp, useTikTok } from '@/test/tiktok';
import { completeAuthorization } from './complete-authorization';
import { getAuthorization } from './find-authorization';

const tiktok = useTikTok();
const redirectUrl = 'http://192.168.101.1/callback';

async function returned() {
  const team = await createTeam();
  const operator = await createPerson(team, 'operator');
  const app = await createKnownApp(team, { redirectUrls: [redirectUrl] });
  const { id, url } = await startAuthorization(operator, app, null);
  return { team, operator, app, id, location: tiktok.current.authorize({ url }) };
}

const paste = (actor: Parameters<typeof completeAuthorization>[0], pasted: string, more: object = {}) =>
  completeAuthorization(actor, { pasted, override: false, ...more });

const manglings: Record<string, (address: string) => string> = {
  'as it is': (address) => address,
  'with &amp; for &': (address) => address.replaceAll('&', '&amp;'),
  'broken over lines': (address) => address.replace(/(.{30})/g, '$1\n  '),
  'in full-width characters': (address) =>
    address.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0)),
  'in a sentence, between angle brackets': (address) => `It went to <${address}>. What now?`,
  'only its query': (address) => new URL(address).search,
};

test.for(Object.entries(manglings))(
  'the address of the page that did not load is understood %s',
  async ([, mangle]) => {
    const { operator, location } = await returned();
    expect(await paste(operator, mangle(location))).toMatchObject({ outcome: 'connected', arrival: 'paste' });
  },
);

test('pasting it again shows the first result', async () => {
  const { team, operator, location } = await returned();
  const first = await paste(operator, location);
  expect(await paste(operator, location)).toEqual(first);
  expect(await db.connection.count({ where: { teamId: team.id } })).toBe(1);
});

test('a state that is not this team’s stops, and so does none at all', async () => {
  const { operator, id, location } = await returned();
  const foreign = location.replace(/state=[^&]+/, 'state=your_custom_params');
  const code = new URL(location).searchParams.get('auth_code')!;
  await expect(paste(operator, foreign, { authorizationId: id })).rejects.toMatchObject({
    data: { reason: 'state_foreign' },
  });
  await expect(paste(operator, code, { authorizationId: id })).rejects.toMatchObject({
    data: { reason: 'state_missing' },
  });
  expect((await getAuthorization(operator, { id })).status).toBe('pending');
});

test('another team’s state is as foreign as any', async () => {
  const { location } = await returned();
  const stranger = await createPerson(await createTeam(), 'owner');
  await expect(paste(stranger, location)).rejects.toMatchObject({ data: { reason: 'state_foreign' } });
});

test('only an admin may take a code whose state is missing, and it is on record', async () => {
  const { team, operator, id, location } = await returned();
  const admin = await createPerson(team, 'admin');
  const code = new URL(location).searchParams.get('auth_code')!;
  const override = { authorizationId: id, override: true };
  await expect(paste(operator, code, override)).rejects.toMatchObject({ code: 'forbidden' });
  expect(await paste(admin, code, override)).toMatchObject({ outcome: 'connected' });
  const [line] = await db.auditEvent.findMany({
    where: { teamId: team.id, action: 'authorization.code_received' },
    select: { actorId: true, data: true },
  });
  expect(line).toMatchObject({ actorId: admin.id, data: { stateOverridden: true } });
});

test('what holds no code is refused with what it is instead', async () => {
  const { operator } = await returned();
  const reasons = async (pasted: string) => paste(operator, pasted).catch((error) => error.data.reason);
  expect(await reasons('hello there')).toBe('no_code');
  expect(await reasons('{"data":{"access_token":"abc"}}')).toBe('token_reply');
});
