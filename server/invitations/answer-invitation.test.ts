import { expect, it } from 'vitest';
import { env } from '@/server/env';
import { db } from '@/test/database';
import { createPerson, createTeam } from '@/test/factories';
import { answerAcceptance, answerOffer } from './answer-invitation';
import { createInvitation } from './create-invitation';

const token = 'x'.repeat(43);
let network = 0;
/** Each from a network of its own, unless told otherwise. */
const from = (ip = `203.0.113.${network++}`) => ({ 'x-forwarded-for': ip, 'content-type': 'application/json' });

const post = (body: unknown, headers: Record<string, string> = from()) =>
  new Request(`${env().APP_URL}/api/invitation`, { method: 'POST', headers, body: JSON.stringify(body) });

async function invite() {
  const team = await createTeam();
  const email = `${crypto.randomUUID()}@example.com`;
  const fields = { email, role: 'operator', expiresInHours: 1, language: 'en' } as const;
  const { link } = await createInvitation(await createPerson(team), fields);
  return { team, email, token: new URL(link).hash.slice(1) };
}

it('tells who has the token what it offers, and makes a new person a member of no more than that', async () => {
  const { team, email, token: theirs } = await invite();
  const offered = await answerOffer(post({ token: theirs }));
  expect(offered.status).toBe(200);
  expect(offered.headers.get('cache-control')).toBe('no-store');
  expect(await offered.json()).toMatchObject({ team: team.name, email, role: 'operator', needs: 'account' });
  const account = { name: 'Yui', password: 'long enough' };
  for (const more of [{ role: 'owner' }, { teamId: team.id }, { email: 'other@example.com' }]) {
    expect((await answerAcceptance(post({ token: theirs, account, ...more }))).status).toBe(400);
    expect((await answerAcceptance(post({ token: theirs, account: { ...account, ...more } }))).status).toBe(400);
  }
  const accepted = await answerAcceptance(post({ token: theirs, account }));
  expect([accepted.status, await accepted.json()]).toEqual([201, { teamSlug: team.slug }]);
  expect(await db.membership.count({ where: { teamId: team.id, role: 'operator', user: { email } } })).toBe(1);
});

it.each([
  ['an unknown token', { token }, 404],
  ['a token of another shape', { token: '../../etc' }, 404],
  ['an empty one', { token: '' }, 404],
  ['one with a NUL', { token: 'a\0b' }, 404],
  ['a very long one', { token: 'x'.repeat(100_000) }, 400],
  ['none', {}, 400],
  ['no object', 'nothing', 400],
])('answers %s with a refusal that does not repeat it', async (_, body, status) => {
  for (const answer of [answerOffer, answerAcceptance]) {
    const response = await answer(post(body));
    expect(response.status).toBe(status);
    expect(await response.text()).not.toMatch(/x{43}|etc|passwd/);
  }
});

it('answers no page of another site', async () => {
  const { token: theirs } = await invite();
  for (const answer of [answerOffer, answerAcceptance]) {
    const response = await answer(post({ token: theirs }, { ...from(), origin: 'https://evil.example' }));
    expect(response.status).toBe(403);
  }
});

it('lets one network look at some hundred, and not guess on', async () => {
  const ip = '198.51.100.77';
  const statuses = await Promise.all(
    Array.from({ length: 130 }, async () => (await answerOffer(post({ token }, from(ip)))).status),
  );
  expect(statuses.filter((status) => status === 404)).toHaveLength(120);
  expect(statuses.filter((status) => status === 429)).toHaveLength(10);
});
