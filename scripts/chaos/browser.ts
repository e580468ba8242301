import { setTimeout as sleep } from 'node:timers/promises';
import { openSession } from '@/test/open-session';
import type { Attempt } from './attempt';

type Answer = { status: number; location: string | null; cookies: string[]; body: unknown };
const statusOf = ({ body }: Answer) => (body as { status?: string } | null)?.status;

/** A member's browser, as far as the main job needs one. */
export async function openBrowser(appUrl: string, user: Parameters<typeof openSession>[0], team: string) {
  const session = await openSession(user);
  const sessionCookie = `${session.name}=${session.value}`;
  const send = async (method: string, address: string, cookie: string, body?: object): Promise<Answer> => {
    const response = await fetch(new URL(address, appUrl), {
      method,
      redirect: 'manual',
      headers: { cookie, origin: appUrl, 'x-team': team, ...(body && { 'content-type': 'application/json' }) },
      body: body && JSON.stringify(body),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    return {
      status: response.status,
      location: response.headers.get('location'),
      cookies: response.headers.getSetCookie(),
      body: isJson ? JSON.parse(text) : null,
    };
  };
  /** How often callbacks were answered with each status. */
  const statuses = new Map<number, number>();
  const hit = async (attempt: Attempt, at = appUrl): Promise<Answer> => {
    const { pathname, search } = new URL(attempt.location);
    const answer = await send('GET', at + pathname + search, attempt.cookie);
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    attempt.redirected ||= answer.status === 303;
    return answer;
  };
  return {
    statuses,
    async ask<T>(method: string, path: string, body?: object) {
      const { status, body: answer, cookies } = await send(method, `/api/v1${path}`, sessionCookie, body);
      if (status >= 300) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(answer)}`);
      return { answer: answer as T, cookie: [sessionCookie, ...cookies.map((line) => line.split(';')[0])].join('; ') };
    },
    /** A page, or with a key whatever a program asks for: anything but 200 throws. */
    async open(path: string, key?: string): Promise<void> {
      const headers: HeadersInit = key ? { authorization: `Bearer ${key}` } : { cookie: sessionCookie };
      const response = await fetch(new URL(path, appUrl), { redirect: 'manual', headers });
      const text = await response.text();
      if (response.status !== 200) throw new Error(`${path}: ${response.status} ${text.slice(0, 200)}`);
    },
    /** TikTok's redirect, by way of any instance. */
    hit,
    /** TikTok's redirect, and a look at what came of it. Quietly ends when the server does. */
    async land(attempt: Attempt): Promise<void> {
      try {
        if ((await hit(attempt)).status !== 303) return;
        for (let looks = 0; looks < 40 && !attempt.acknowledged; looks++) {
          const answer = await send('GET', `/api/v1/authorizations/${attempt.id}`, sessionCookie);
          const isUnderWay = answer.status === 503 || statusOf(answer) === 'claimed';
          if (!isUnderWay) return void (attempt.acknowledged = statusOf(answer) === 'connected');
          await sleep(25);
        }
      } catch {
        // Killed under way: what this browser was told before is all it knows.
      }
    },
  };
}
export type Browser = Awaited<ReturnType<typeof openBrowser>>;
