import 'server-only';
import { db } from '@/server/database/client';
import { openToken } from '@/server/credentials/open-token';
import { secretPlace } from '@/server/credentials/secret-place';
import { unseal } from '@/server/vault/seal';

export type Opened = { tokens: number; openedTokens: number; secrets: number; openedSecrets: number };

/** Tries every token and App Secret with the keys that are given: how many there are, and how many open. */
export async function countOpened(): Promise<Opened> {
  const counts: Opened = { tokens: 0, openedTokens: 0, secrets: 0, openedSecrets: 0 };
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await db.connection.findMany({
      where: { id: { gt: after }, tokenSealed: { not: null } },
      orderBy: { id: 'asc' },
      take: 1000,
      select: { id: true, teamId: true, tokenSealed: true, tokenHash: true },
    });
    for (const { tokenSealed, ...row } of rows) {
      counts.tokens += 1;
      if (tokenSealed && opens(() => openToken({ ...row, tokenSealed }))) counts.openedTokens += 1;
    }
    if (rows.length < 1000) break;
    after = rows.at(-1)!.id;
  }
  const apps = await db.app.findMany({ select: { id: true, teamId: true, secretSealed: true } });
  for (const { secretSealed, ...app } of apps) {
    if (!secretSealed) continue;
    counts.secrets += 1;
    if (opens(() => unseal(secretSealed, secretPlace(app)))) counts.openedSecrets += 1;
  }
  return counts;
}

function opens(open: () => string): boolean {
  try {
    return open() !== '';
  } catch {
    return false;
  }
}
