import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { db, type Transaction } from '@/server/database/client';
import { env } from '@/server/env';

const lifeMs = 3_600_000;

/** A link that sets somebody's password once, within an hour. Only the digest of its token is kept. */
export async function newResetLink(userId: string, tx: Transaction = db): Promise<{ link: string; expiresAt: Date }> {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(Date.now() + lifeMs);
  await tx.passwordReset.deleteMany({ where: { userId, expiresAt: { lt: new Date() } } });
  await tx.passwordReset.create({ data: { userId, tokenHash: resetTokenHash(token), expiresAt } });
  // Behind #, a browser sends it to nobody, nor tells it to the next page.
  return { link: `${env().APP_URL}/reset-password#${token}`, expiresAt };
}

export function resetTokenHash(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(token).digest());
}

/** The password of who has to choose one by such a link: nobody knows it. */
export const unknownPassword = (): string => randomBytes(32).toString('base64url');
