import 'server-only';
import type { AuditVerification } from '@/contract/audit';
import type { Actor } from '@/server/auth/actor';
import { findPutBack } from './find-put-back';
import { verifyChain } from './verify-chain';

/** A second's work: of a long audit a part at a time. */
const most = 50_000;

/** Follows the team's audit on from an event that was verified before, as far as one request may take. */
export async function verifyAudit({ teamId }: Actor, { after }: { after: string }): Promise<AuditVerification> {
  const { upTo, end, uncovered, done, fault } = await verifyChain(teamId, { after: BigInt(after), most });
  return {
    ...{ upTo: String(upTo), end: String(end), uncovered: String(uncovered), done },
    fault: fault && { sequence: String(fault.sequence), reason: fault.reason },
    putBack: done && !fault ? await findPutBack(teamId) : [],
  };
}
