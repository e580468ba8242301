import { z, type ZodType } from 'zod';
import { faultSchema } from '../faults/fault';
import type { Settings } from '../settings';
import type { World } from '../world';
import { authorize, authorizeSchema } from './authorize';
import { narrow, narrowSchema, revoke, revokeSchema, sandboxToken, sandboxTokenSchema } from './grants';
import { importSchema, importWorld } from './import';
import { ControlError, parseControl } from './request';
import { FAULT_TARGETS } from './targets';
import { addUser, appSchema, putApp, shown, userSchema } from './world';

type Action = (world: World, body: string) => unknown;

function action<Output>(schema: ZodType<Output>, act: (world: World, input: Output) => unknown): Action {
  return (world, body) => act(world, parseControl(schema, body));
}

const settingsSchema: ZodType<Partial<Settings>> = z.strictObject({
  trailingSlash: z.enum(['required', 'redirect', 'lenient']).optional(),
  rateLimits: z.enum(['enforce', 'count']).optional(),
  reuseTokens: z.boolean().optional(),
  invalidateOld: z.boolean().optional(),
  anyLoopbackRedirect: z.boolean().optional(),
});

const endpoint = z.string().optional();

function checkTarget(name: string | undefined): void {
  if (name === undefined || FAULT_TARGETS.includes(name)) return;
  throw new ControlError('unknown_endpoint', `No endpoint ${name}; there are ${FAULT_TARGETS.join(', ')}.`);
}

/** `POST /_simulator/<name>` with a JSON body; each answers JSON. `reset` lives in the server. */
export const ACTIONS: Readonly<Record<string, Action>> = {
  authorize: action(authorizeSchema, authorize),
  revoke: action(revokeSchema, revoke),
  narrow: action(narrowSchema, narrow),
  'sandbox-token': action(sandboxTokenSchema, sandboxToken),
  fail: action(faultSchema, (world, fault) => {
    checkTarget(fault.endpoint);
    return world.faults.plan(fault);
  }),
  slow: action(z.strictObject({ ms: z.number().int().min(0), endpoint }), (world, input) => {
    checkTarget(input.endpoint);
    world.faults.slow(input.ms, input.endpoint);
    return { slow: world.faults.slownesses() };
  }),
  clear: action(z.strictObject({ endpoint }), (world, input) => {
    world.faults.clear(input.endpoint);
    return { faults: world.faults.list(), slow: world.faults.slownesses() };
  }),
  clock: action(z.strictObject({ advanceSeconds: z.number() }), (world, input) => {
    world.clock.advance(input.advanceSeconds);
    return { now: new Date(world.clock.now()).toISOString() };
  }),
  apps: action(appSchema, (world, input) => shown(putApp(world, input))),
  users: action(userSchema, addUser),
  import: action(importSchema, importWorld),
  settings: action(settingsSchema, (world, input) => Object.assign(world.settings, input)),
};
