import { dictionary } from '@zxcvbn-ts/language-common';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortestPassword } from '@/contract/password-words';
import { isCommonPassword, wordsOfOurs } from './common-passwords';
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

  it('is a word of ours with any digits and signs, too', async () => {
    const signs = fc.string({ unit: fc.constantFrom(...'0123456789-_!?. '), maxLength: 8 });
    const word = fc.constantFrom(...wordsOfOurs, 'Grantboard', 'TikTok Ads');
    await fc.assert(
      fc.asyncProperty(signs, word, signs, async (before, text, after) => isCommonPassword(before + text + after)),
    );
  });

  it('is not said back', async () => {
    const refused = await hashPassword('iloveyou').catch((error: Error) => error);
    expect(refused).toHaveProperty('message', expect.not.stringContaining('iloveyou'));
  });

  it.each(['correct horse battery', 'ガードパスワード', 'password1 and then some', 'my tiktok clients'])(
    'is not %s',
    async (password) => {
      expect(await isCommonPassword(password)).toBe(false);
    },
  );
});
