import { z } from 'zod';
import { shortestPassword } from '@/contract/password-words';
import { signIn } from '@/lib/sign-in';

const filled = z.string().trim().min(1, 'required');

const fields = z.object({
  code: filled,
  teamName: filled,
  name: filled,
  email: filled.pipe(z.email('emailInvalid')),
  password: z.string().min(shortestPassword, 'passwordShort'),
});
export type SetupFields = z.input<typeof fields>;
export type SetupField = keyof SetupFields;

type Message =
  'required' | 'emailInvalid' | 'emailTaken' | 'passwordShort' | 'passwordCommon' | 'codeWrong' | 'closed' | 'failed';
/** `field` is the one to correct; without it the whole did not work. */
export type SetupProblem = { field?: SetupField; message: Message };

/** Creates the first owner and signs them in. */
export async function setUp(given: SetupFields): Promise<SetupProblem | { teamSlug: string }> {
  const { success, data, error } = fields.safeParse(given);
  if (!success) {
    const [issue] = error.issues;
    return { field: issue?.path[0] as SetupField, message: issue?.message as Message };
  }
  try {
    const response = await fetch('/api/setup', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(data),
    });
    const answer = (await response.json()) as { teamSlug: string; data?: { reason?: string; field?: SetupField } };
    if (!response.ok) return problemOf(answer.data);
    await signIn(data);
    return { teamSlug: answer.teamSlug };
  } catch {
    return { message: 'failed' };
  }
}

function problemOf({ reason, field }: { reason?: string; field?: SetupField } = {}): SetupProblem {
  if (reason === 'setup_closed') return { message: 'closed' };
  if (reason === 'common_password') return { field: 'password', message: 'passwordCommon' };
  if (field === 'code') return { field, message: 'codeWrong' };
  if (field === 'email') return { field, message: 'emailTaken' };
  if (field === 'password') return { field, message: 'passwordShort' };
  return { message: 'failed' };
}
