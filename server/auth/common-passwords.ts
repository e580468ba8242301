import 'server-only';
import { shortestPassword } from '@/contract/password-words';
import { shared } from '@/server/shared';

/** Read when somebody first chooses a password: a server on which nobody does keeps no list in memory. */
const common = (): Promise<Set<string>> =>
  shared('common-passwords', async () => {
    const { dictionary } = await import('@zxcvbn-ts/language-common');
    return new Set(dictionary['passwords-common'].filter((one) => one.length >= shortestPassword));
  });

/** What somebody who wants to come in here would try besides: these with whatever digits and signs. */
export const wordsOfOurs = ['grantboard', 'tiktok', 'tiktokads', 'tiktokbusiness', 'marketingapi', 'advertiser'];

/** Whether it is among the most used ones of leaked lists, or a word of ours: what is tried first, in whatever case. */
export async function isCommonPassword(password: string): Promise<boolean> {
  const lower = password.toLowerCase();
  return wordsOfOurs.includes(lower.replace(/\P{L}/gu, '')) || (await common()).has(lower);
}
