import 'server-only';

const minuteMs = 60_000;
/** What TikTok's trouble wants before a request is repeated (its return codes, 50000). */
const retryMs = 5 * minuteMs;

type Outcome = {
  intervalMinutes: number;
  /** The check said that the token is dead, and nobody has confirmed it yet. */
  suspected: boolean;
  /** TikTok could not tell, and may be able to soon. */
  mayPass: boolean;
};

/** A job of its own asks again after a first "dead"; should that be lost, the sweep comes so much later. */
export const secondLookLeadMs = 15_000;

/**
 * When a connection is due next, in milliseconds: within its team's interval, a little early and never all at once. A
 * first "dead" is asked again 60 to 75 seconds later, that is, a lead before the connection is due. `random` is 0 … 1.
 */
export function nextCheckIn({ intervalMinutes, suspected, mayPass }: Outcome, random = Math.random()): number {
  if (suspected) return minuteMs + random * 15_000 + secondLookLeadMs;
  const most = intervalMinutes * minuteMs;
  return (mayPass ? Math.min(most, retryMs) : most) * (0.9 + 0.1 * random);
}
