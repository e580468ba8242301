import 'server-only';
import type { ApiKey, NewApiKey } from '@/contract/api-keys';
import { record } from '@/server/audit/record';
import { demand, type Actor, type Person } from '@/server/auth/actor';
import { toAddressRange } from '@/server/auth/address-range';
import { hashOfKey, newApiKey, prefixOf } from '@/server/auth/api-key';
import { demandRecentPassword } from '@/server/auth/recent-password';
import { db, type Transaction } from '@/server/database/client';
import { AppError } from '@/server/errors';
import { findKey } from './find-key';

/** Each of them is looked at by whoever reads the list. */
const mostActive = 200;
const dayMs = 24 * 3_600_000;

/**
 * A key that may what its maker may, at most, and less wherever they say so. This answer alone holds it.
 * @throws AppError forbidden for a permission its maker lacks; password_needed for one that reads tokens; invalid_input
 * beyond the longest age that the team lets its keys have, or for an app or a tag it does not have.
 */
export async function createKey(actor: Actor, input: NewApiKey): Promise<{ key: string; apiKey: ApiKey }> {
  const maker = demandPerson(actor);
  const permissions = [...new Set(input.permissions)];
  for (const permission of permissions) demand(maker, permission);
  if (permissions.includes('connections.reveal')) demandRecentPassword(maker);
  const key = newApiKey();
  const apiKey = await db.$transaction(async (tx) => {
    await demandAllowed(tx, maker, input);
    const limits = await checked(tx, maker, input);
    const { id } = await tx.apiKey.create({
      data: {
        teamId: maker.teamId,
        createdById: maker.id,
        name: input.name,
        prefix: prefixOf(key),
        keyHash: hashOfKey(key),
        permissions,
        ...limits,
        expiresAt: new Date(Date.now() + input.expiresInDays * dayMs),
      },
      select: { id: true },
    });
    const made = await findKey(maker, id, tx);
    await record(tx, maker, 'key.created', { kind: 'key', id, name: made.name }, { data: told(made) });
    return made;
  });
  return { key, apiKey };
}

function demandPerson(actor: Actor): Person {
  if (actor.kind === 'person') return actor;
  throw new AppError('forbidden', 'Only a person makes keys.');
}

async function demandAllowed(tx: Transaction, { teamId }: Person, { expiresInDays }: NewApiKey): Promise<void> {
  const [team] = await tx.$queryRaw<{ keyMaxAgeDays: number; active: number }[]>`
    SELECT t."keyMaxAgeDays", (SELECT count(*)::int FROM "ApiKey" k
      WHERE k."teamId" = t.id AND k."revokedAt" IS NULL AND k."expiresAt" > now()) AS active
    FROM "Team" t WHERE t.id = ${teamId}::uuid`;
  const { keyMaxAgeDays: most, active } = team!;
  if (expiresInDays > most) {
    throw new AppError('invalid_input', `Keys of this team last at most ${most} days.`, {
      data: { field: 'expiresInDays', most },
    });
  }
  if (active >= mostActive) {
    throw new AppError('precondition_failed', `A team has at most ${mostActive} keys in use. Revoke some first.`, {
      data: { reason: 'too_many_keys', most: mostActive },
    });
  }
}

/** The limits as they are kept, each once. */
async function checked(tx: Transaction, { teamId }: Person, input: NewApiKey) {
  const where = (ids: string[]) => ({ where: { teamId, id: { in: ids } } });
  const [appIds, tagIds] = [[...new Set(input.appIds)], [...new Set(input.tagIds)]];
  if ((await tx.app.count(where(appIds))) < appIds.length) throw unknown('appIds', 'app');
  if ((await tx.tag.count(where(tagIds))) < tagIds.length) throw unknown('tagIds', 'tag');
  const ranges = input.addressRanges.map((range) => {
    const kept = toAddressRange(range);
    if (kept === null)
      throw new AppError('invalid_input', 'This is no range of addresses.', { data: { field: 'addressRanges' } });
    return kept;
  });
  return { appIds, tagIds, advertiserIds: [...new Set(input.advertiserIds)], addressRanges: [...new Set(ranges)] };
}

const unknown = (field: string, noun: string) =>
  new AppError('invalid_input', `There is no such ${noun} in this team.`, { data: { field } });

function told({ prefix, permissions, expiresAt, limits }: ApiKey) {
  const { apps, tags, advertiserIds, addressRanges } = limits;
  const names = (list: { id: string; name: string | null }[]) => list.map(({ id, name }) => name ?? id);
  return {
    prefix,
    permissions,
    expiresAt,
    ...(apps.length > 0 && { apps: names(apps) }),
    ...(tags.length > 0 && { tags: names(tags) }),
    ...(advertiserIds.length > 0 && { advertisers: advertiserIds.length }),
    ...(addressRanges.length > 0 && { addresses: addressRanges }),
  };
}
