import 'server-only';
import { addressOf, networkOf } from '@/server/auth/address';
import { countAttempt } from '@/server/auth/attempts';
import { answerRefusal } from '@/server/auth/note-refusal';
import { demandSameOrigin } from '@/server/auth/same-origin';
import { AppError } from '@/server/errors';
import { setUp, setupFields } from './set-up';

/** The first run's form: nobody is signed in yet, so it is no operation of the API. */
export async function answerSetup(request: Request): Promise<Response> {
  try {
    demandSameOrigin(request);
    const { ip } = addressOf(request.headers);
    if (ip) await countAttempt(`set-up:${networkOf(ip)}`);
    const { success, data, error } = setupFields.safeParse(await request.json().catch(() => null));
    if (!success) throw new AppError('invalid_input', 'Something is missing.', { data: { issues: error.issues } });
    const { teamSlug } = await setUp(data);
    return Response.json({ teamSlug }, { status: 201, headers: { 'cache-control': 'no-store' } });
  } catch (error) {
    return answerRefusal(error, 'setup', request.headers);
  }
}
