import 'server-only';
import { implement } from '@orpc/server';
import { apiKeys } from '@/contract/api-keys';
import { guard, type RequestContext } from '@/server/auth/guard';
import { createKey } from './create-key';
import { listKeys } from './list-keys';
import { revokeKey } from './revoke-key';

const own = implement(apiKeys).$context<RequestContext>().use(guard);

/** Binds the operations of API keys to their verbs. */
export const keyRouter = own.router({
  list: own.list.handler(({ context, input }) => listKeys(context.actor, input)),
  create: own.create.handler(({ context, input }) => createKey(context.actor, input)),
  revoke: own.revoke.handler(({ context, input }) => revokeKey(context.actor, input)),
});
