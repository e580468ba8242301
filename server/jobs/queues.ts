import 'server-only';

/** Every queue, and what its jobs carry: ids only, never a secret. */
export type Queues = {
  /** Trade a kept code for its token, again. */
  'authorization.exchange': { teamId: string; authorizationId: string };
  /** Ask what a token held aside would change. */
  'authorization.compare': { teamId: string; authorizationId: string };
  /** Ask whose a new connection is and what it reaches. */
  'connection.inspect': { teamId: string; connectionId: string };
  /** Let go of what a revoked connection still reaches. */
  'connection.let_go': { teamId: string; connectionId: string };
  /** Check at once what a pipeline says TikTok refused. */
  'connection.check': { teamId: string; connectionId: string };
  /** Describe what it reaches beyond the first hundred; so many calls `reserved` for it begin when it does. */
  'connection.describe': { teamId: string; connectionId: string; reserved?: number };
  /** Every minute: plan the checks that are due. */
  'sweep.plan': Record<string, never>;
  /**
   * Check a connection, as long as its next check is the one `due` (ISO), with `calls` of its app's budget, reserved from
   * `slotAt` (ms of the database's clock) on if that is known. A probe goes even while TikTok answers nobody.
   */
  'sweep.check': {
    teamId: string;
    connectionId: string;
    due: string;
    calls: number;
    slotAt?: number;
    probe?: true;
  };
  /** Every hour: keep how many connections are in each state. */
  'health.snapshot': Record<string, never>;
  /** Every hour: let go of checks that nobody needs any more. */
  'checks.forget': Record<string, never>;
  /** Every hour: note in the log where each audit ends. */
  'audit.note': Record<string, never>;
  /** Every minute, and when one begins: go on with the rotation of data keys that is under way. */
  'vault.reencrypt': Record<string, never>;
  /** Every minute: pick up what a crash left, and end what has expired. */
  'authorization.resume': Record<string, never>;
};

export type QueueName = keyof Queues;

/** Each job names its own delays, so the engine itself repeats only what a crash interrupted. */
const options = { retryLimit: 3, retryDelay: 5, expireInSeconds: 120, retentionDays: 2 } as const;

/** Of these one waiting job a row is enough: a resume that asks again, minute by minute, adds none to a backlog. */
const oncePerRow: readonly QueueName[] = [
  'authorization.exchange',
  'authorization.compare',
  'connection.inspect',
  'connection.let_go',
  'connection.check',
  'connection.describe',
];

export function queueOptions(name: QueueName) {
  return { ...options, policy: oncePerRow.includes(name) ? ('short' as const) : ('standard' as const) };
}

/** The row that a job is about. */
export function rowOf(data: Queues[QueueName]): string | undefined {
  if ('authorizationId' in data) return data.authorizationId;
  return 'connectionId' in data ? data.connectionId : undefined;
}

export const queueNames = [
  'authorization.exchange',
  'authorization.compare',
  'connection.inspect',
  'connection.let_go',
  'connection.check',
  'connection.describe',
  'sweep.plan',
  'sweep.check',
  'health.snapshot',
  'checks.forget',
  'audit.note',
  'vault.reencrypt',
  'authorization.resume',
] as const satisfies readonly QueueName[];
