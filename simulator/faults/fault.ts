import { z } from 'zod';

/** Where a fault applies: `oauth2/access_token`, `advertiser/info`, …, `portal/confirm`, or `all` of open_api. */
const scope = z.object({
  endpoint: z.string().default('all'),
  /** Only calls that this app makes. */
  appId: z.string().optional(),
  /** How many calls; null until cleared. */
  times: z.number().int().positive().nullable().default(1),
  /** Whether the call does its work (spends its code, say) before its answer is spoilt. */
  consume: z.boolean().optional(),
});

const bodied = {
  status: z.number().int().min(200).max(599).optional(),
  contentType: z.string().optional(),
};

const damage = z.discriminatedUnion('kind', [
  /** TikTok's envelope with this code. */
  z.object({ kind: z.literal('code'), code: z.number().int(), message: z.string().optional(), ...bodied }),
  /** A bare HTTP status, with a text. */
  z.object({ kind: z.literal('status'), status: z.number().int().min(200).max(599), body: z.string().default('') }),
  /** An HTML page, as an edge or a captcha would send. */
  z.object({ kind: z.literal('html'), ...bodied }),
  /** Any body whatever. */
  z.object({ kind: z.literal('body'), body: z.string(), ...bodied }),
  /** The real answer, cut at a byte; with `declareAll` the connection breaks there, else it merely ends early. */
  z.object({ kind: z.literal('truncate'), at: z.number().int().min(0), declareAll: z.boolean().default(false) }),
  /** The real answer, slowly. */
  z.object({ kind: z.literal('drip'), bytesPerSecond: z.number().positive().default(1) }),
  /** No answer at all. */
  z.object({ kind: z.literal('hang') }),
  /** The connection is reset. */
  z.object({ kind: z.literal('reset') }),
  z.object({
    kind: z.literal('redirect'),
    location: z.string(),
    status: z.number().int().min(300).max(399).default(302),
  }),
  /** An endless message: valid JSON as far as it goes. */
  z.object({ kind: z.literal('huge'), bytes: z.number().int().positive().default(50_000_000) }),
]);

export const faultSchema = z.intersection(scope, damage);

/** A fault as it is asked for: `{ endpoint?, appId?, times?, consume?, kind, … }`. */
export type FaultInput = z.input<typeof faultSchema>;
export type Fault = z.output<typeof faultSchema>;

/** Only a real answer can be cut or dripped, so those calls always do their work. */
export function consumes(fault: Fault): boolean {
  return fault.consume ?? (fault.kind === 'truncate' || fault.kind === 'drip');
}
