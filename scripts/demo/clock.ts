const RealDate = Date;
const dayMs = 86_400_000;

/**
 * Lets the story of the demo happen in the past. The embedded database runs in this process and reads the same clock,
 * so rows, codes and expiries agree. The time passes by a millisecond whenever somebody looks, and by what it is told.
 */
export function startClock(daysAgo: number) {
  let now = RealDate.now() - daysAgo * dayMs;
  class ToldDate extends RealDate {
    constructor(...parts: unknown[]) {
      super(...((parts.length === 0 ? [ToldDate.now()] : parts) as [number]));
    }
    static override now = () => (now += 1);
    static override [Symbol.hasInstance] = (value: unknown) => value instanceof RealDate;
  }
  globalThis.Date = ToldDate as unknown as DateConstructor;
  return {
    /** Time only moves on: what is asked for too late happens now. */
    moveTo: (newDaysAgo: number) => void (now = Math.max(now, RealDate.now() - newDaysAgo * dayMs)),
    stop: () => void (globalThis.Date = RealDate),
  };
}
export type StoryClock = ReturnType<typeof startClock>;
