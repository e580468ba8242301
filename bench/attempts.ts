import { createAuthorization } from '@/server/authorizations/create-authorization';
import type { Person } from '@/server/auth/actor';
import { caller, inLoop } from './drive';
import type { Stage } from './stage';

/** One way back from TikTok: where its redirect leads, and the cookies of the browser that follows it. */
export type Attempt = { id: string; path: string; cookie: string };

/** Authorized URLs to which somebody has said yes at TikTok: all that is missing is the callback. */
export async function makeAttempts(stage: Stage, count: number): Promise<Attempt[]> {
  const actor = asPerson(stage);
  const people = await peopleAtTikTok(stage);
  const tiktok = caller(stage.tiktokUrl);
  const attempts: Attempt[] = [];
  await inLoop(count, 4, async (n) => {
    const cookies: string[] = [];
    const browser = {
      cookies: new Map<string, string>(),
      setCookie: (line: string) => void cookies.push(line.split(';')[0]!),
    };
    const { id, url } = await createAuthorization(
      actor,
      { id: stage.app.id, bound: true, expiresInMinutes: 60 },
      browser,
    );
    const path = await sayYes(tiktok, url, people[n % people.length]!);
    attempts[n] = { id, path, cookie: [stage.headers.cookie, ...cookies].join('; ') };
    return true;
  });
  await tiktok.close();
  return attempts;
}

/** What a person does at TikTok; answers the path of the redirect. */
export async function sayYes(tiktok: ReturnType<typeof caller>, url: string, user: string): Promise<string> {
  const { status, text } = await tiktok.send('/_simulator/authorize', { method: 'POST', body: { url, user } });
  if (status !== 200) throw new Error(`TikTok's stand-in refused: ${text}`);
  const { pathname, search } = new URL((JSON.parse(text) as { location: string }).location);
  return pathname + search;
}

function asPerson({ team, owner }: Stage): Person {
  return {
    ...{ kind: 'person', ...owner, teamId: team.id, teamSlug: team.slug, teamName: team.slug, role: 'owner' },
    ...{ sessionId: owner.id, authenticatedAt: new Date(), ip: null, userAgent: null },
  };
}

/** Different people with ad accounts of their own, as different clients are. */
export async function peopleAtTikTok({ database, team }: Stage): Promise<string[]> {
  const { rows } = await database.query<{ id: string }>(
    `SELECT DISTINCT "tiktokUserId" AS id FROM "Connection"
     WHERE "teamId" = $1 AND state = 'healthy' AND "tiktokUserId" IS NOT NULL AND "advertiserCount" BETWEEN 1 AND 20 ORDER BY 1 LIMIT 1500`,
    [team.id],
  );
  return rows.map(({ id }) => id);
}
