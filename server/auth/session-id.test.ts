import { expect, it } from 'vitest';
import { signIn } from '@/server/auth/sign-in';
import { db } from '@/test/database';
import { createPerson, createTeam } from '@/test/factories';
import { hashPassword } from './password';
import { newSessionId } from './session-id';

const bitsOf = (id: string) => BigInt(`0x${id.replaceAll('-', '')}`);

it('is random in each of its 128 bits', () => {
  const ids = Array.from({ length: 1000 }, newSessionId);
  expect(new Set(ids).size).toBe(1000);
  const all = 2n ** 128n - 1n;
  expect(ids.reduce((set, id) => set | bitsOf(id), 0n)).toBe(all);
  expect(ids.reduce((set, id) => set & bitsOf(id), all)).toBe(0n);
});

it('is that of every session: none is made without one', async () => {
  const passwordHash = await hashPassword('correct horse battery');
  const person = await createPerson(await createTeam(), 'operator', { passwordHash });
  const id = await signIn({ email: person.email, password: 'correct horse battery' }, new Headers());
  expect(await db.session.count({ where: { id: id! } })).toBe(1);
  // @ts-expect-error the database makes no id of its own
  await expect(db.session.create({ data: { userId: person.id, expiresAt: new Date() } })).rejects.toThrow();
});
