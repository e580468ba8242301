import 'server-only';
import { timingSafeEqual } from 'node:crypto';
import { keyPermissions } from '@/contract/key-words';
import type { Permission, Role } from '@/contract/permissions';
import { db } from '@/server/database/client';
import { AppError } from '@/server/errors';
import type { Key, Limits } from './actor';
import { addressOf, networkOf, plainAddress } from './address';
import { isInRanges } from './address-range';
import { hashOfKey, isApiKey } from './api-key';
import { countAttempt } from './attempts';
import { countRequest } from './key-pace';
import { noteKeyRefusal, noteUnknownKey, type KeyRefusal } from './note-key-refusal';
import { permissionsOf } from './permissions';

/** Of wrong keys from one network in 15 minutes; from then on it is told to wait, and right ones go on working. */
const mostWrong = 30;
const usedEveryMs = 60_000;

type Row = Limits & {
  id: string;
  name: string;
  keyHash: Uint8Array;
  permissions: string[];
  addressRanges: string[];
  expiresAt: Date;
  revokedAt: Date | null;
  lastUsedAt: Date | null;
  makerRole: Role;
  teamId: string;
  teamSlug: string;
};

/**
 * Who brought this key: looked up each time, so that it can be revoked at once. It may what it was given and its maker
 * may now, whoever lowered either since.
 * @throws AppError unauthenticated; not_found for any team but its own; forbidden from elsewhere than its addresses;
 * rate_limited after too many requests of the key, or wrong keys of the network.
 */
export async function findKey(headers: Headers, bearer: string, teamSlug: string | null): Promise<Key> {
  const from = addressOf(headers);
  const row = isApiKey(bearer) ? await lookUp(bearer) : null;
  if (!row) return refuseUnknown(from.ip);
  const key = { ...toKey(row), ...from };
  const refusal = refusalOf(row, from.ip);
  if (refusal) return refuse(key, refusal);
  if (teamSlug !== null && teamSlug !== row.teamSlug) {
    throw new AppError('not_found', 'There is no such team, or you do not belong to it.');
  }
  await countRequest(row.id);
  await keepUse(row, from);
  return key;
}

function refusalOf({ revokedAt, expiresAt, addressRanges }: Row, ip: string | null): KeyRefusal | null {
  if (revokedAt) return 'revoked';
  if (expiresAt.getTime() <= Date.now()) return 'expired';
  return addressRanges.length > 0 && !isInRanges(ip, addressRanges) ? 'address' : null;
}

async function lookUp(key: string): Promise<Row | null> {
  const hash = hashOfKey(key);
  const [row] = await db.$queryRaw<Row[]>`
    SELECT k.id, k.name, k."keyHash", k.permissions, k."appIds", k."tagIds", k."advertiserIds", k."addressRanges",
      k."expiresAt", k."revokedAt", k."lastUsedAt", m.role AS "makerRole", t.id AS "teamId", t.slug AS "teamSlug"
    FROM "ApiKey" k JOIN "Team" t ON t.id = k."teamId"
      JOIN "Membership" m ON m."teamId" = k."teamId" AND m."userId" = k."createdById"
    WHERE k."keyHash" = ${hash}`;
  return row && timingSafeEqual(row.keyHash, hash) ? row : null;
}

async function refuseUnknown(ip: string | null): Promise<never> {
  noteUnknownKey();
  await countWrong(ip);
  throw new AppError('unauthenticated', 'This is no key of this installation.', { data: { reason: 'unknown_key' } });
}

async function refuse(key: Key, reason: KeyRefusal): Promise<never> {
  await noteKeyRefusal(key, reason);
  if (reason === 'address')
    throw new AppError('forbidden', 'This key is not for use from your address.', { data: { reason } });
  await countWrong(key.ip);
  throw new AppError('unauthenticated', reason === 'revoked' ? 'This key is revoked.' : 'This key has expired.', {
    data: { reason },
  });
}

/** Counted before it is answered: a network that tries keys is told to wait. */
const countWrong = (ip: string | null): Promise<void> =>
  countAttempt(`key:${ip === null ? 'unknown' : networkOf(ip)}`, mostWrong);

/** To the minute: a write for each request would cost more than the request. */
async function keepUse({ id, lastUsedAt }: Row, by: { ip: string | null; userAgent: string | null }): Promise<void> {
  const ip = by.ip && plainAddress(by.ip);
  const now = new Date();
  const before = new Date(now.getTime() - usedEveryMs);
  if (lastUsedAt && lastUsedAt > before) return;
  await db.$executeRaw`
    UPDATE "ApiKey" SET "lastUsedAt" = ${now}, "lastUsedIp" = ${ip}, "lastUserAgent" = ${by.userAgent}
    WHERE id = ${id}::uuid AND ("lastUsedAt" IS NULL OR "lastUsedAt" <= ${before})`;
}

function toKey({ id, name, teamId, permissions, makerRole, appIds, tagIds, advertiserIds }: Row) {
  const given = new Set<string>(permissions);
  const may: readonly Permission[] = permissionsOf[makerRole];
  const limited = [appIds, tagIds, advertiserIds].some((ids) => ids.length > 0);
  return {
    kind: 'key' as const,
    id,
    name,
    teamId,
    permissions: keyPermissions.filter((permission) => given.has(permission) && may.includes(permission)),
    limits: limited ? { appIds, tagIds, advertiserIds } : null,
  };
}
