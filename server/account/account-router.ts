import 'server-only';
import { implement } from '@orpc/server';
import { accountOperations } from '@/contract/account';
import { accountGuard } from '@/server/auth/account-guard';
import type { RequestContext } from '@/server/auth/guard';
import { changePassword } from './change-password';
import { removeSecondFactor, renewRecoveryCodes } from './change-second-factor';
import { endOneSession, endOtherSessions } from './end-sessions';
import { getAccount } from './get-account';
import { listSessions } from './list-sessions';
import { confirmSecondFactor, startSecondFactor } from './second-factor';
import { updateAccount } from './update-account';

const own = implement(accountOperations).$context<RequestContext>().use(accountGuard);

/** Binds what concerns a person and no team; their session takes the place of the actor. */
export const accountRouter = own.router({
  get: own.get.handler(({ context }) => getAccount(context.account)),
  update: own.update.handler(({ context, input }) => updateAccount(context.account, input)),
  sessions: own.sessions.handler(({ context }) => listSessions(context.account)),
  endSession: own.endSession.handler(({ context, input }) => endOneSession(context.account, input)),
  endOtherSessions: own.endOtherSessions.handler(({ context, input }) => endOtherSessions(context.account, input)),
  changePassword: own.changePassword.handler(({ context, input }) =>
    changePassword(context.account, input, context.browser),
  ),
  startSecondFactor: own.startSecondFactor.handler(({ context, input }) => startSecondFactor(context.account, input)),
  confirmSecondFactor: own.confirmSecondFactor.handler(({ context, input }) =>
    confirmSecondFactor(context.account, input, context.browser),
  ),
  removeSecondFactor: own.removeSecondFactor.handler(({ context, input }) =>
    removeSecondFactor(context.account, input, context.browser),
  ),
  renewRecoveryCodes: own.renewRecoveryCodes.handler(({ context, input }) =>
    renewRecoveryCodes(context.account, input),
  ),
});
