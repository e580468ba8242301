import { encode } from 'next-auth/jwt';
import { sessionCookieName } from '@/server/auth/session-cookie';
import { startSession } from '@/server/auth/start-session';
import { env } from '@/server/env';

/** Signs somebody in without a browser, and answers the cookie that a browser would keep. */
export async function openSession(user: { id: string; name: string; email: string }) {
  const sid = await startSession(user, new Headers());
  return { name: sessionCookieName(), value: await encode({ token: { sid }, secret: env().AUTH_SECRET }) };
}
