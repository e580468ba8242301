import 'server-only';
import { z } from 'zod';
import { emailAddress } from '@/contract/email';
import { newPassword } from '@/contract/password-words';
import { words } from '@/contract/shapes';
import { createOwner, type Owner } from './create-owner';
import { isSetupOpen, setupClosed, spendSetupCode } from './setup-code';

export const setupFields = z.strictObject({
  code: z.string().max(100).default(''),
  teamName: words.trim().min(1).max(80),
  name: words.trim().min(1).max(80),
  email: emailAddress,
  password: newPassword,
});

/** The first run: the code that was printed at start makes its reader the owner of the first team. */
export async function setUp({ code, ...owner }: z.output<typeof setupFields>): Promise<Owner> {
  if (!(await isSetupOpen())) throw setupClosed();
  return createOwner(owner, (tx) => spendSetupCode(tx, code));
}
