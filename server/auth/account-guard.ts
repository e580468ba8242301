import 'server-only';
import { os } from '@orpc/server';
import type { OperationMeta } from '@/contract/operation';
import { AppError } from '@/server/errors';
import { demandWritable } from '@/server/free-space';
import { bearerOf } from './bearer';
import { browserOf } from './browser';
import { findAccount } from './find-account';
import { changes } from './changes';
import type { RequestContext } from './guard';
import { countAct } from './person-pace';

/** Stands before what concerns a person and no team: lets in whoever is signed in, to what is their own. */
export const accountGuard = os
  .$context<RequestContext>()
  .$meta<OperationMeta>({})
  .middleware(async ({ context, procedure, next }) => {
    const { permission } = procedure['~orpc'].meta;
    if (permission !== 'account') throw new AppError('forbidden', 'This operation is one of a team.');
    if (bearerOf(context.headers) !== null) throw new AppError('forbidden', 'A key is nobody’s account.');
    const account = await findAccount(context.headers);
    if (changes(procedure)) await demandWritable();
    await countAct(account.user.id, procedure);
    const browser = context.resHeaders ? browserOf(context.headers, context.resHeaders) : null;
    return next({ context: { account, browser } });
  });
