import 'server-only';
import { shortestPassword } from '@/contract/password-words';
import { shared } from '@/server/shared';

/** Read when somebody first chooses a password: a server on which nobody does keeps no list in memory. */
const common = (): Promise<Set<string>> =>
  shared('common-passwords', async () => {
    const { dictionary } = await import('@zxcvbn-ts/language-common');
    return new Set(dictionary['passwords-common'].filter((one) => one.length >= shortestPassword));
  });

/** Whether it is among the most used ones of leaked lists, which are what is tried first; case makes no difference. */
export async function isCommonPassword(password: string): Promise<boolean> {
  return (await common()).has(password.toLowerCase());
}
