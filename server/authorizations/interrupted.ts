import 'server-only';
import { db } from '@/server/database/client';
import { enqueue } from '@/server/jobs/enqueue';
import { shared } from '@/server/shared';
import { leaseSeconds } from './claim';

type Interrupted = { teamId: string; id: string; leasedAt: number };
const list = () => shared('interrupted exchanges', () => [] as Interrupted[]);

/** Once a lease may have run out, somebody else may hold the next one. */
const surelyOursMs = (leaseSeconds - 15) * 1000;

/** The database went away under an exchange of ours, which still holds the lease. */
export function noteInterrupted(exchange: Interrupted): void {
  list().push(exchange);
}

/**
 * With the database back, and what the journal holds saved: gives back the leases of interrupted exchanges, so that
 * nobody has to wait for their end. Whether a code was sent is unknown, as after a crash.
 * @throws while the database is away; what is left is for the next time
 */
export async function resumeInterrupted(): Promise<void> {
  for (let next = list().shift(); next; next = list().shift()) {
    try {
      if (performance.now() - next.leasedAt < surelyOursMs) await giveBack(next);
    } catch (error) {
      list().push(next);
      throw error;
    }
  }
}

async function giveBack({ teamId, id }: Interrupted): Promise<void> {
  const given = await db.$executeRaw`
    UPDATE "Authorization" SET "leaseUntil" = 'epoch'
    WHERE id = ${id}::uuid AND "teamId" = ${teamId}::uuid AND status = 'claimed' AND "leaseUntil" > now()`;
  if (given > 0) await enqueue('authorization.exchange', { teamId, authorizationId: id });
}
