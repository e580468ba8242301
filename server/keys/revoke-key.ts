import 'server-only';
import type { ApiKey } from '@/contract/api-keys';
import { record } from '@/server/audit/record';
import type { Actor } from '@/server/auth/actor';
import { db } from '@/server/database/client';
import { findKey } from './find-key';

/** Its next request is refused. Revoking again changes nothing. */
export function revokeKey(actor: Actor, { id }: { id: string }): Promise<ApiKey> {
  return db.$transaction(async (tx) => {
    await findKey(actor, id, tx);
    const { count } = await tx.apiKey.updateMany({
      where: { teamId: actor.teamId, id, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    const after = await findKey(actor, id, tx);
    const { name, prefix, lastUsedAt, lastUsedIp } = after;
    if (count > 0)
      await record(tx, actor, 'key.revoked', { kind: 'key', id, name }, { data: { prefix, lastUsedAt, lastUsedIp } });
    return after;
  });
}
