import 'server-only';
import { z } from 'zod';
import { newPassword } from '@/contract/password-words';
import { words } from '@/contract/shapes';
import { addressOf, networkOf } from '@/server/auth/address';
import { countAttempt } from '@/server/auth/attempts';
import { answerRefusal } from '@/server/auth/note-refusal';
import { demandSameOrigin } from '@/server/auth/same-origin';
import { AppError } from '@/server/errors';
import { demandWritable } from '@/server/free-space';
import { acceptInvitation } from './accept-invitation';
import { describeOffer } from './describe-offer';

const token = z.string().max(200);
const account = z.strictObject({ name: words.trim().min(1).max(80), password: newPassword });

const offered = z.strictObject({ token });
const accepted = z.strictObject({ token, account: account.optional() });

/** Far more than people need, far fewer than guessing takes. */
const mostFromOneNetwork = 120;

/** What an invitation's page asks first. Nobody need be signed in: it is no operation of the API. */
export function answerOffer(request: Request): Promise<Response> {
  return reply(request, offered, 200, ({ token }) => describeOffer(token, request.headers));
}

/** And what its button does. */
export function answerAcceptance(request: Request): Promise<Response> {
  return reply(request, accepted, 201, async ({ token, account }) => {
    await demandWritable();
    return acceptInvitation({ token, ...(account && { account }) }, request.headers);
  });
}

async function reply<Shape extends z.ZodType>(
  request: Request,
  shape: Shape,
  status: number,
  work: (given: z.output<Shape>) => Promise<object>,
): Promise<Response> {
  try {
    demandSameOrigin(request);
    const { ip } = addressOf(request.headers);
    if (ip) await countAttempt(`invitation:${networkOf(ip)}`, mostFromOneNetwork);
    const { success, data, error } = shape.safeParse(await request.json().catch(() => null));
    if (!success) throw misshapen(error);
    return Response.json(await work(data), { status, headers: { 'cache-control': 'no-store' } });
  } catch (error) {
    return answerRefusal(error, 'invitation', request.headers);
  }
}

/** What is wrong with it, never what it was. */
function misshapen({ issues }: z.ZodError): AppError {
  const told = issues.map(({ path, message }) => ({ path: path.map(String), message }));
  return new AppError('invalid_input', 'Something is missing.', {
    data: { field: told[0]?.path.at(-1), issues: told },
  });
}
