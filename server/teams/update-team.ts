import 'server-only';
import type { Team } from '@/contract/teams';
import { record } from '@/server/audit/record';
import { demand, type Actor } from '@/server/auth/actor';
import { db } from '@/server/database/client';
import { getTeam } from './get-team';

const settings = ['checkIntervalMinutes', 'budgetPercent', 'keyMaxAgeDays', 'totpNeededBy'] as const;
type Changes = Partial<Pick<Team, (typeof settings)[number]>>;

/**
 * Changes settings of the team. What is to be checked later than the new interval allows is spread over it anew.
 * Who needs a second factor is for owners to say.
 */
export async function updateTeam(actor: Actor, changes: Changes): Promise<Team> {
  const { teamId } = actor;
  if (changes.totpNeededBy !== undefined) demand(actor, 'team.protect');
  const { before, after } = await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Team" WHERE id = ${teamId}::uuid FOR NO KEY UPDATE`;
    const before = await getTeam(actor, tx);
    const after = { ...before, ...changes };
    const told = differing(before, after);
    if (Object.keys(told).length === 0) return { before, after: before };
    const { checkIntervalMinutes, budgetPercent, keyMaxAgeDays, totpNeededBy } = after;
    await tx.team.update({
      where: { id: teamId },
      data: { checkIntervalMinutes, budgetPercent, keyMaxAgeDays, totpNeededBy },
      select: { id: true },
    });
    await record(tx, actor, 'team.changed', { kind: 'team', id: teamId, name: after.name }, { data: told });
    return { before, after };
  });
  if (after.checkIntervalMinutes < before.checkIntervalMinutes) await spread(teamId, after.checkIntervalMinutes);
  return after;
}

/** What changed, with what it was. */
function differing(before: Team, after: Team): Record<string, number | string> {
  const told: Record<string, number | string> = {};
  for (const name of settings) {
    if (before[name] === after[name]) continue;
    told[name] = after[name];
    told[`former${name[0]!.toUpperCase()}${name.slice(1)}`] = before[name];
  }
  return told;
}

const perStatement = 1_000;

/** A thousand a statement, so that nobody waits for long; being cut short only leaves some of them late. */
async function spread(teamId: string, minutes: number): Promise<void> {
  const some = () => db.$executeRaw`
    UPDATE "Connection" SET "nextCheckAt" = now() + random() * make_interval(mins => ${minutes}::int)
    WHERE "teamId" = ${teamId}::uuid AND id IN (
      SELECT id FROM "Connection"
      WHERE "teamId" = ${teamId}::uuid AND "nextCheckAt" > now() + make_interval(mins => ${minutes}::int)
      LIMIT ${perStatement} FOR UPDATE SKIP LOCKED)`;
  while ((await some()) === perStatement);
}
