import { z } from 'zod';
import { connectionState } from './connection-filter';
import { limitKinds, operation } from './operation';
import { id, timestamp } from './shapes';

const counts = z.record(connectionState, z.number().int());

/** What waits for a person, in the order in which it is told. */
export const needKinds = [
  'auth_broken',
  'app_problem',
  'degraded',
  'code_kept',
  'comparison',
  'app_review',
  'expiring',
] as const;

const need = z.object({
  kind: z.enum(needKinds),
  count: z.number().int(),
  /** The first few of them: connections, apps, or authorizations under their app's name. */
  first: z.array(z.object({ id, name: z.string() })),
  /** When the first of them is over; null where they wait patiently. */
  until: timestamp.nullable(),
});
export type Need = z.infer<typeof need>;

const sweep = z.object({
  intervalMinutes: z.number().int(),
  /** Connections that are checked at all: those with a token. */
  total: z.number().int(),
  /** Of those, checked within the interval. */
  checked: z.number().int(),
  /** Due, and not taken up yet. */
  due: z.number().int(),
  /** The check that is longest ago, and the latest. */
  oldestCheckAt: timestamp.nullable(),
  lastCheckAt: timestamp.nullable(),
  nextCheckAt: timestamp.nullable(),
});
export type Sweep = z.infer<typeof sweep>;

const pace = sweep.pick({ lastCheckAt: true, nextCheckAt: true });
export type Pace = z.infer<typeof pace>;

const overview = z.object({
  /** Connections in each state, without the archived ones. */
  states: counts,
  /** The same at earlier times, oldest first. */
  history: z.array(z.object({ at: timestamp, states: counts })),
  needs: z.array(need),
  sweep,
});
export type Overview = z.infer<typeof overview>;

/** A host of TikTok that answers nobody. Its own words stay in the log: they may be about another team. */
const outage = z.object({
  host: z.enum(['production', 'sandbox']),
  since: timestamp,
  key: z.string(),
  code: z.number().int().nullable(),
});
export type Outage = z.infer<typeof outage>;

export const health = {
  overview: operation
    .meta({ permission: 'connections.read', limits: limitKinds })
    .route({
      method: 'GET',
      path: '/health',
      tags: ['Health'],
      summary: 'How the connections are, and what waits for a person',
      description: 'A limited key is told of what is within its limits, and no history: that is counted for the team.',
    })
    .input(z.strictObject({ days: z.coerce.number().int().min(1).max(90).default(14) }))
    .output(overview),
  pace: operation
    .meta({ permission: 'connections.read', limits: limitKinds })
    .route({
      method: 'GET',
      path: '/health/pace',
      tags: ['Health'],
      summary: 'When a check last came, and when the next does',
    })
    .output(pace),
  outages: operation
    .meta({ permission: 'connections.read', limits: limitKinds })
    .route({
      method: 'GET',
      path: '/health/outages',
      tags: ['Health'],
      summary: 'Whether TikTok answers nobody just now',
    })
    .output(z.array(outage)),
};
