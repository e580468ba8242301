import { faultSchema, type Fault, type FaultInput } from './fault';

interface Planned {
  fault: Fault;
  left: number;
}

/** The faults to come, first planned first played. */
export class Faults {
  private planned: Planned[] = [];
  private slowness = new Map<string, number>();

  plan(input: FaultInput): Fault {
    const fault = faultSchema.parse(input);
    this.planned.push({ fault, left: fault.times ?? Infinity });
    return fault;
  }

  /** The fault for this call, if one is due; it is then spent by one. */
  take(endpoint: string, appId?: string): Fault | undefined {
    const due = this.planned.find(({ fault }) => applies(fault, endpoint, appId));
    if (!due) return undefined;
    if (--due.left <= 0) this.planned = this.planned.filter((other) => other !== due);
    return due.fault;
  }

  /** All, or those planned for one endpoint; a slowness too. */
  clear(endpoint?: string): void {
    this.planned = endpoint ? this.planned.filter(({ fault }) => fault.endpoint !== endpoint) : [];
    if (endpoint) this.slowness.delete(endpoint);
    else this.slowness.clear();
  }

  slow(ms: number, endpoint = 'all'): void {
    this.slowness.set(endpoint, ms);
  }

  delay(endpoint: string): number {
    return this.slowness.get(endpoint) ?? this.slowness.get('all') ?? 0;
  }

  list(): Array<Fault & { left: number | null }> {
    return this.planned.map(({ fault, left }) => ({ ...fault, left: Number.isFinite(left) ? left : null }));
  }

  slownesses(): Record<string, number> {
    return Object.fromEntries(this.slowness);
  }
}

function applies(fault: Fault, endpoint: string, appId?: string): boolean {
  if (fault.appId && fault.appId !== appId) return false;
  return fault.endpoint === endpoint || (fault.endpoint === 'all' && endpoint !== 'portal/confirm');
}
