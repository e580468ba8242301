import { dictionary } from '@zxcvbn-ts/language-common';
import { describe, expect, it } from 'vitest';
import { shortestPassword } from '@/contract/password-words';
import { isCommonPassword } from './common-passwords';
import { hashPassword } from './password';

const listed = dictionary['passwords-common'].filter((one) => one.length >= shortestPassword);

describe('a password that many use', () => {
  it('is known, of 3,000 and more that would be long enough', async () => {
    expect(listed.length).toBeGreaterThanOrEqual(3_000);
    expect(await Promise.all(listed.map(isCommonPassword))).not.toContain(false);
  });

  it.each(['password1', 'PassWord1', 'ｐａｓｓｗｏｒｄ1', '1q2w3e4r', 'iloveyou'])(
    'is refused: %s',
    async (password) => {
      await expect(hashPassword(password)).rejects.toMatchObject({
        code: 'invalid_input',
        data: { field: 'password', reason: 'common_password' },
      });
    },
  );

  it('is not said back', async () => {
    const refused = await hashPassword('iloveyou').catch((error: Error) => error);
    expect(refused).toHaveProperty('message', expect.not.stringContaining('iloveyou'));
  });

  it.each(['correct horse battery', 'ガードパスワード', 'password1 and then some'])('is not %s', async (password) => {
    expect(await isCommonPassword(password)).toBe(false);
  });
});
