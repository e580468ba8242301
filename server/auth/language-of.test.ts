import { expect, it } from 'vitest';
import { db } from '@/test/database';
import { createPerson, createTeam } from '@/test/factories';
import { languageOf } from './language-of';
import { sessionCookie } from './session-cookie';

const answer = async (sid: string) =>
  new Headers([
    ['set-cookie', 'other=1; Path=/'],
    ['set-cookie', await sessionCookie(sid, 60)],
  ]);

it('is what the account of who signs in says, and nothing for anybody else', async () => {
  const [person, other] = [await createPerson(await createTeam()), await createPerson(await createTeam())];
  await db.user.update({ where: { id: person.id }, data: { locale: 'ja' } });
  expect(await languageOf(await answer(person.sessionId))).toBe('ja');
  expect(await languageOf(await answer(other.sessionId))).toBeNull();
  expect(await languageOf(await answer('0198c0de-0000-7000-8000-000000000000'))).toBeNull();
  expect(await languageOf(new Headers({ 'set-cookie': 'next-auth.session-token=; Max-Age=0' }))).toBeNull();
  expect(await languageOf(new Headers())).toBeNull();
});
