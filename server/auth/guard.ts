import 'server-only';
import { os } from '@orpc/server';
import type { ResponseHeadersPluginContext } from '@orpc/server/plugins';
import type { OperationMeta } from '@/contract/operation';
import { AppError } from '@/server/errors';
import { demandWritable } from '@/server/free-space';
import { demand, type Actor } from './actor';
import { bearerOf } from './bearer';
import { browserOf } from './browser';
import { changes } from './changes';
import { demandOpen } from './demand-open';
import { findActor } from './find-actor';
import { findKey } from './find-key';
import { countAct } from './person-pace';
import { demandMeant } from './same-origin';

/** `headers` of the request. A page of ours has found its actor already, and names it. */
export type RequestContext = ResponseHeadersPluginContext & { headers: Headers; actor?: Actor };

/** Stands before every operation: finds who asks, and lets them in only with the permission that the contract names. */
export const guard = os
  .$context<RequestContext>()
  .$meta<OperationMeta>({})
  .middleware(async ({ context, procedure, next }) => {
    const { permission } = procedure['~orpc'].meta;
    if (!permission) throw new AppError('forbidden', 'This operation does not say which permission it needs.');
    if (permission === 'account') throw new AppError('forbidden', 'This operation is one of no team.');
    const actor = context.actor ?? (await findCaller(context.headers));
    if (permission !== 'session') demand(actor, permission);
    if (permission === 'connections.reveal') demandMeant(context.headers);
    demandOpen(actor, procedure['~orpc'].meta);
    if (changes(procedure)) await demandWritable();
    // Keys are counted as they are found, whatever they ask.
    if (actor.kind === 'person') await countAct(actor.id, procedure);
    const browser =
      context.resHeaders && actor.kind === 'person' ? browserOf(context.headers, context.resHeaders) : null;
    return next({ context: { actor, browser } });
  });

/** A key where one is brought, and no cookie is looked at; else whoever is signed in. */
export function findCaller(headers: Headers): Promise<Actor> {
  const bearer = bearerOf(headers);
  const team = headers.get('x-team');
  return bearer === null ? findActor(headers, team) : findKey(headers, bearer, team);
}
