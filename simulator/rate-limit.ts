import { TIERS, type App } from './model';
import type { Violation } from './traffic';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;
const RESTRICTION = 5 * MINUTE;

interface Window {
  startedAt: number;
  count: number;
}

interface Meter {
  windows: Record<Violation['limit'], Window>;
  restrictedUntil: number;
}

/**
 * The limits an app has over all its calls. Past the one per second it may go on in the next second, past the one
 * per minute after five minutes, past the one per day at 00:00 UTC. Refused calls count too: hammering makes it worse.
 */
export class RateLimiter {
  private readonly meters = new Map<string, Meter>();

  /** Counts a call; tells which limit it breaks, if one. */
  hit(app: App, now: number): Violation['limit'] | undefined {
    const limits = TIERS[app.tier];
    const meter = this.meterOf(app.id);
    const second = count(meter.windows.second, now, SECOND);
    const minute = count(meter.windows.minute, now, MINUTE);
    const day = count(meter.windows.day, now, DAY);
    if (day > limits.day) return 'day';
    if (now < meter.restrictedUntil) return 'minute';
    if (minute > limits.minute) {
      meter.restrictedUntil = now + RESTRICTION;
      return 'minute';
    }
    return second > limits.second ? 'second' : undefined;
  }

  /** Forgets what an app has sent so far. */
  forgive(appId: string): void {
    this.meters.delete(appId);
  }

  private meterOf(appId: string): Meter {
    const fresh = () => ({ startedAt: 0, count: 0 });
    const meter = this.meters.get(appId) ?? {
      windows: { second: fresh(), minute: fresh(), day: fresh() },
      restrictedUntil: 0,
    };
    this.meters.set(appId, meter);
    return meter;
  }
}

function count(window: Window, now: number, length: number): number {
  const startedAt = Math.floor(now / length) * length;
  if (window.startedAt !== startedAt) Object.assign(window, { startedAt, count: 0 });
  return ++window.count;
}
