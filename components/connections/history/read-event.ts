import { z } from 'zod';
import { connectionState } from '@/contract/connection-filter';
import type { ConnectionEvent } from '@/contract/connections';
import { tiktokFailure, type TikTokFailure } from '@/contract/shapes';

const advertiser = z.object({ advertiserId: z.string(), name: z.string().nullable().catch(null) });
const advertisers = z.object({
  gained: z.array(advertiser).catch([]),
  gainedCount: z.number(),
  lost: z.array(advertiser).catch([]),
  lostCount: z.number(),
});
const scopes = z.object({ gained: z.array(z.string()), lost: z.array(z.string()) });

const maybe = <Shape extends z.ZodType>(shape: Shape) => shape.optional().catch(undefined);

/** Events of every age: whatever is not as expected counts as not there. */
const facts = z.object({
  from: maybe(connectionState),
  to: maybe(connectionState),
  state: maybe(connectionState),
  failure: maybe(tiktokFailure),
  key: maybe(z.string()),
  code: maybe(z.number().nullable()),
  message: maybe(z.string().nullable()),
  requestId: maybe(z.string().nullable()),
  trigger: maybe(z.string()),
  reason: maybe(z.string()),
  alreadyDead: maybe(z.boolean()),
  lastTokens: maybe(z.number()),
  name: maybe(z.string()),
  formerName: maybe(z.string()),
  notes: maybe(z.boolean()),
  archived: maybe(z.boolean()),
  advertisers: maybe(z.number()),
  scopes: maybe(z.array(z.string())),
  comparison: maybe(z.object({ advertisers, scopes })),
});

export type EventFacts = z.infer<typeof facts> & {
  /** What TikTok said, where it said something worth telling. */
  said: TikTokFailure | undefined;
  difference: Difference | undefined;
};

export type Named = z.infer<typeof advertiser>;
type Difference = {
  advertisers: z.infer<typeof advertisers>;
  scopes: { gained: string[]; lost: string[] };
};

/** What an event of a connection's history tells. */
export function readEvent({ data }: Pick<ConnectionEvent, 'data'>): EventFacts {
  const read = facts.parse(data);
  return { ...read, said: saidIn(read), difference: differenceIn(read, data) };
}

function saidIn({ failure, key, code = null, message = null, requestId = null }: z.infer<typeof facts>) {
  return failure ?? (key ? { key, code, message, requestId } : undefined);
}

const none = { gained: [], lost: [] };

function differenceIn({ comparison }: z.infer<typeof facts>, data: unknown): Difference | undefined {
  const own = advertisers.safeParse(data);
  const difference = comparison ?? (own.success ? { advertisers: own.data, scopes: none } : undefined);
  if (!difference) return;
  const { gainedCount, lostCount } = difference.advertisers;
  const { gained, lost } = difference.scopes;
  return gainedCount + lostCount + gained.length + lost.length > 0 ? difference : undefined;
}
