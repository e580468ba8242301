const REMEMBERED = 10_000;

/** One call of open_api, without anything secret. */
export interface CallRecord {
  at: number;
  /** `oauth2/access_token`, `oauth2/advertiser/get`, … or `unknown`. */
  endpoint: string;
  appId?: string;
  /** TikTok's `code`, absent when the answer was none of TikTok's (a fault, a 404). */
  code?: number;
}

export interface Violation {
  at: number;
  appId: string;
  limit: 'second' | 'minute' | 'day';
}

/** What came in: counts per endpoint and per app, the latest calls, and every breach of a rate limit. */
export class Traffic {
  readonly counts = new Map<string, number>();
  readonly countsOfApps = new Map<string, number>();
  private readonly perToken = new Map<string, number>();
  readonly violations: Violation[] = [];
  readonly calls: CallRecord[] = [];

  /** The record may be completed by the caller once the answer is known. */
  note(call: CallRecord): CallRecord {
    this.counts.set(call.endpoint, this.count(call.endpoint) + 1);
    if (call.appId) this.countsOfApps.set(call.appId, (this.countsOfApps.get(call.appId) ?? 0) + 1);
    this.calls.push(call);
    if (this.calls.length > 2 * REMEMBERED) this.calls.splice(0, REMEMBERED);
    return call;
  }

  noteToken(endpoint: string, token: string): void {
    this.perToken.set(`${endpoint} ${token}`, this.ofToken(endpoint, token) + 1);
  }

  /** How often a token has been used at an endpoint. */
  ofToken(endpoint: string, token: string): number {
    return this.perToken.get(`${endpoint} ${token}`) ?? 0;
  }

  count(endpoint: string): number {
    return this.counts.get(endpoint) ?? 0;
  }
}
