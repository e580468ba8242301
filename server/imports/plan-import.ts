import 'server-only';
import { canonicalEmail } from '@/contract/email';
import { db, type Transaction } from '@/server/database/client';
import { tokenFingerprint } from '@/server/vault/fingerprint';
import type { ImportRow, ReadRow } from './read-import';

type App = { id: string; name: string };
export type Planned = { line: number; row: ImportRow; app: App; ownerId: string | null; hash: string };
type Verdict = { line: number; verdict: 'new' | 'known' | 'repeated' | 'invalid'; detail: string };
export type Plan = { planned: Planned[]; verdicts: Verdict[] };

/** What an import would do, row by row: whose app and member each is, and which tokens the team or the file has already. */
export async function planImport(teamId: string, rows: ReadRow[]): Promise<Plan> {
  const [apps, owners] = [await appsOf(teamId), await membersOf(teamId)];
  const seen = new Set<string>();
  const plan: Plan = { planned: [], verdicts: [] };
  for (const read of rows) {
    const { line } = read;
    const say = (verdict: Verdict['verdict'], detail = '') => void plan.verdicts.push({ line, verdict, detail });
    if ('problem' in read) {
      say('invalid', read.problem);
      continue;
    }
    const { row } = read;
    const app = apps.get(row.appId);
    const ownerId = row.ownerEmail ? owners.get(canonicalEmail(row.ownerEmail)) : null;
    const hash = Buffer.from(tokenFingerprint(row.accessToken)).toString('hex');
    if (!app) say('invalid', `the team has no app with the App ID ${row.appId}: register it first`);
    else if (ownerId === undefined) say('invalid', 'ownerEmail is nobody in this team');
    else if (seen.has(hash)) say('repeated', 'the same token stands in an earlier row');
    else {
      plan.planned.push({ line, row, app, ownerId, hash });
      // A row that is wrong does not stand in the way of a right one.
      seen.add(hash);
    }
  }
  const known = await knownTokens(
    teamId,
    plan.planned.map(({ hash }) => hash),
  );
  for (const { line, hash } of plan.planned) {
    const name = known.get(hash);
    plan.verdicts.push(
      name === undefined
        ? { line, verdict: 'new', detail: '' }
        : { line, verdict: 'known', detail: `it is the token of the connection “${name}”` },
    );
  }
  plan.planned = plan.planned.filter(({ hash }) => !known.has(hash));
  plan.verdicts.sort((a, b) => a.line - b.line);
  return plan;
}

async function appsOf(teamId: string): Promise<Map<string, App>> {
  const apps = await db.app.findMany({
    where: { teamId, appId: { not: null } },
    select: { id: true, name: true, appId: true },
  });
  return new Map(apps.map(({ appId, ...app }) => [appId!, app]));
}

async function membersOf(teamId: string): Promise<Map<string, string>> {
  const members = await db.membership.findMany({
    where: { teamId },
    select: { user: { select: { id: true, email: true } } },
  });
  return new Map(members.map(({ user }) => [user.email, user.id]));
}

/** Of these digests those that connections of the team have, each with the connection's name. */
export async function knownTokens(
  teamId: string,
  hashes: string[],
  tx: Transaction = db,
): Promise<Map<string, string>> {
  const known = new Map<string, string>();
  for (let start = 0; start < hashes.length; start += 1000) {
    const some = hashes.slice(start, start + 1000).map((hash) => Buffer.from(hash, 'hex'));
    const rows = await tx.connection.findMany({
      where: { teamId, tokenHash: { in: some } },
      select: { tokenHash: true, name: true },
    });
    for (const { tokenHash, name } of rows) known.set(Buffer.from(tokenHash!).toString('hex'), name);
  }
  return known;
}
