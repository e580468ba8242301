import { encode } from 'next-auth/jwt';
import { expect, it } from 'vitest';
import { answer } from './answer';
import { sessionCookieName } from './auth/session-cookie';
import { env } from './env';

it('says that the database is away, and when to come back', async () => {
  process.env.DATABASE_URL = 'postgresql://nobody@127.0.0.1:9/nowhere';
  const token = { sid: '01939b5e-0000-7000-8000-000000000000' };
  const cookie = `${sessionCookieName()}=${await encode({ token, secret: env().AUTH_SECRET })}`;
  const response = await answer(new Request('http://localhost:3000/api/v1/apps', { headers: { cookie } }));
  expect(response.status).toBe(503);
  expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await response.json()).toEqual({ code: 'unavailable', message: expect.any(String) });
});
