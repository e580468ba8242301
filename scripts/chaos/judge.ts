import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { verifyChain } from '@/server/audit/verify-chain';
import { openToken } from '@/server/credentials/open-token';
import { db } from '@/server/database/client';
import type { World } from '@/simulator/world';
import type { Attempt } from './attempt';

export type Verdict = {
  issued: number;
  stored: number;
  reportedLost: number;
  silentlyLost: number;
  acknowledged: number;
  acknowledgedLost: number;
  exchangedTwice: number;
  storedTwice: number;
  /** Null where one of them is not as it was written. */
  auditEvents: number | null;
  /** Tokens, codes and app secrets that stand in what the server printed. */
  printed: number;
};

/** Waits until nothing is under way any more: every interrupted exchange has gone on and ended. */
export async function settled(patienceMs: number): Promise<void> {
  const until = Date.now() + patienceMs;
  while ((await db.authorization.count({ where: { status: { in: ['claimed', 'pending'] } } })) > 0) {
    if (Date.now() > until) throw new Error('Authorizations are still under way: that too is a way to lose a token.');
    await sleep(250);
  }
}

/** The TikTok of a chaos, and the file of what the servers printed. */
type Judged = { tiktok: { world: World }; log: string };

/** TikTok counted what it issued: each of those must be stored, and open, or reported as lost. */
export async function judge({ tiktok: { world }, log }: Judged, attempts: Attempt[]): Promise<Verdict> {
  const tokens = new Map([...world.tokens.values()].map((token) => [token.authCode, token.value]));
  const rows = await db.authorization.findMany({
    select: {
      id: true,
      status: true,
      connection: { select: { id: true, teamId: true, tokenSealed: true, tokenHash: true } },
    },
  });
  const found = new Map(rows.map((row) => [row.id, row]));
  const verdict = {
    issued: tokens.size,
    stored: 0,
    reportedLost: 0,
    silentlyLost: 0,
    acknowledged: 0,
    acknowledgedLost: 0,
  };
  for (const { id, code, acknowledged } of attempts) {
    const row = found.get(id);
    const sealed = row?.connection?.tokenSealed;
    const token = sealed && openToken({ ...row.connection!, tokenSealed: sealed });
    const stored = token !== undefined && token === tokens.get(code);
    if (acknowledged) verdict.acknowledged += 1;
    if (acknowledged && !stored) verdict.acknowledgedLost += 1;
    if (stored) verdict.stored += 1;
    else if (tokens.has(code) && row?.status === 'lost') verdict.reportedLost += 1;
    else if (tokens.has(code)) verdict.silentlyLost += 1;
  }
  return {
    ...verdict,
    exchangedTwice: [...world.codes.values()].filter(({ exchanges }) => exchanges > 1).length,
    storedTwice:
      (await db.connection.count({ where: { app: { appId: { in: [...world.apps.keys()] } } } })) - verdict.stored,
    auditEvents: await countVerified(),
    printed: countPrinted(world, readFileSync(log, 'utf8')),
  };
}

async function countVerified(): Promise<number | null> {
  const teams = await db.team.findMany({ select: { id: true } });
  const verified = await Promise.all(teams.map(({ id }) => verifyChain(id)));
  if (verified.some(({ fault }) => fault)) return null;
  return verified.reduce((sum, { upTo }) => sum + Number(upTo), 0);
}

function countPrinted({ tokens, codes, apps }: World, text: string): number {
  const secrets = [
    ...[...tokens.values()].map(({ value }) => value),
    ...codes.keys(),
    ...[...apps.values()].map(({ secret }) => secret),
  ];
  return secrets.filter((secret) => text.includes(secret)).length;
}
