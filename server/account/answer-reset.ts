import 'server-only';
import { z } from 'zod';
import { emailAddress } from '@/contract/email';
import { language } from '@/contract/invitations';
import { newPassword } from '@/contract/password-words';
import { addressOf, networkOf } from '@/server/auth/address';
import { countAttempt } from '@/server/auth/attempts';
import { answerRefusal } from '@/server/auth/note-refusal';
import { demandSameOrigin } from '@/server/auth/same-origin';
import { AppError } from '@/server/errors';
import { demandWritable } from '@/server/free-space';
import { completeReset } from './complete-reset';
import { requestReset } from './request-reset';

const asked = z.strictObject({ email: emailAddress, language });
const chosen = z.strictObject({ token: z.string().regex(/^[\w-]{43}$/), password: newPassword });

const mostFromOneNetwork = 60;

/** “Forgot the password?” Nobody is signed in: it is no operation of the API. */
export function answerResetRequest(request: Request): Promise<Response> {
  return reply(request, asked, async (given) => {
    await requestReset(given, request.headers);
    return Response.json({}, { status: 202 });
  });
}

/** What the page behind the mailed link does. */
export function answerReset(request: Request): Promise<Response> {
  return reply(request, chosen, async (given) => {
    const { ip } = addressOf(request.headers);
    if (ip) await countAttempt(`reset by ${networkOf(ip)}`, mostFromOneNetwork);
    return Response.json(await completeReset(given, request.headers));
  });
}

async function reply<Shape extends z.ZodType>(
  request: Request,
  shape: Shape,
  work: (given: z.output<Shape>) => Promise<Response>,
): Promise<Response> {
  try {
    demandSameOrigin(request);
    const { success, data, error } = shape.safeParse(await request.json().catch(() => null));
    if (!success) throw unfit(error);
    await demandWritable();
    const response = await work(data);
    response.headers.set('cache-control', 'no-store');
    return response;
  } catch (error) {
    return answerRefusal(error, 'password reset', request.headers);
  }
}

/** Which field, and nothing of what was in it. */
function unfit({ issues: [issue] }: z.ZodError): AppError {
  const field = issue?.path[0] === undefined ? null : String(issue.path[0]);
  return new AppError('invalid_input', 'Something is missing, or not as it has to be.', { data: { field } });
}
