import 'server-only';
import { type contract } from '@/contract';
import type { Authorization } from '@/contract/authorizations';
import { readPasted } from '@/contract/pasted';
import { demand, type Actor } from '@/server/auth/actor';
import { db } from '@/server/database/client';
import { AppError } from '@/server/errors';
import type { z } from 'zod';
import { acceptAuthorization } from './accept-authorization';
import { claimAndExchange } from './claim-and-exchange';
import { expirePending } from './end-authorization';
import { findAuthorization, isWithin } from './find-authorization';
import { digest } from './state';
import { toAuthorization } from './to-authorization';

type Input = z.output<(typeof contract.authorizations.complete)['~orpc']['inputSchema'] & {}>;

/** Finishes with the address of the page that did not load, in whatever form it survived the copying. */
export async function completeAuthorization(actor: Actor, input: Input): Promise<Authorization> {
  const { code, state } = readCode(input.pasted);
  const { id, overridden } = await chooseAuthorization(actor, state, input);
  const { status } = await findAuthorization(actor, id);
  if (status === 'quarantined') return acceptAuthorization(actor, { id });
  const audit = { pasted: true, ...(overridden && { stateOverridden: true }) };
  if (status === 'pending' && !(await claimAndExchange(actor, { id, code }, audit))) await expirePending(actor, id);
  return toAuthorization(await findAuthorization(actor, id));
}

function readCode(pasted: string): { code: string; state: string | null } {
  const read = readPasted(pasted);
  if (read.kind === 'code') return read;
  throw new AppError('invalid_input', 'There is no authorization code in what was pasted.', {
    data: { reason: 'reason' in read ? read.reason : read.kind },
  });
}

/** The state decides. Without one of this team's, only an admin may say which authorization the code is for. */
async function chooseAuthorization(actor: Actor, state: string | null, { authorizationId, override }: Input) {
  const known =
    state &&
    (await db.authorization.findUnique({ where: { stateHash: digest(state) }, select: { id: true, teamId: true } }));
  if (known && known.teamId === actor.teamId && (await isWithin(actor, known.id)))
    return { id: known.id, overridden: false };
  if (override && authorizationId) {
    demand(actor, 'authorizations.override');
    return { id: authorizationId, overridden: true };
  }
  throw new AppError(
    'precondition_failed',
    state
      ? 'The state in this address is not one that this team made, so the code may belong to somebody else.'
      : 'There is no state in what was pasted, so nothing shows whose code it is. Paste the whole address.',
    { data: { reason: state ? 'state_foreign' : 'state_missing' } },
  );
}
