import { expect, it } from 'vitest';
import { authOptions } from './options';
import { cookieAttributes, ownCookie } from './own-cookie';
import { sessionCookie } from './session-cookie';

process.env.APP_URL = 'https://grantboard.example';

it('gives the session cookie to this host alone, over https, out of reach of scripts', () => {
  const { cookies, useSecureCookies } = authOptions();
  expect(useSecureCookies).toBe(true);
  expect(cookies?.sessionToken).toEqual({
    name: '__Host-next-auth.session-token',
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure: true },
  });
});

it('gives every cookie of next-auth to this host alone, over https, out of reach of scripts', () => {
  const all = Object.values(authOptions().cookies ?? {});
  expect(all).toHaveLength(6);
  for (const { name, options } of all) {
    expect(name).toMatch(/^__Host-next-auth\./);
    expect(options).toMatchObject({ httpOnly: true, sameSite: 'lax', path: '/', secure: true });
    expect(options).not.toHaveProperty('domain');
  }
});

it('calls every cookie of ours so that another host of the domain cannot set it', () => {
  for (const name of ['locale', 'timezone', 'table-connections']) expect(ownCookie(name)).toBe(`__Host-${name}`);
  expect(cookieAttributes()).toBe('; Path=/; HttpOnly; SameSite=Lax; Secure');
});

it('sets the same cookie where a session is renewed outside of next-auth', async () => {
  expect(await sessionCookie('our-session', 60)).toMatch(
    /^__Host-next-auth\.session-token=[\w.-]+; Max-Age=60; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
  );
});

it('puts the id of the session into the cookie, and nothing else', async () => {
  const { callbacks } = authOptions();
  const user = { id: 'our-session', name: 'Mika', email: 'mika@example.com' };
  const token = { name: user.name, email: user.email, sub: user.id };
  const signedIn = await callbacks!.jwt!({ token, user, account: null, trigger: 'signIn' });
  expect(signedIn).toEqual({ sid: 'our-session' });
  expect(
    await callbacks!.jwt!({ token: { ...signedIn, role: 'owner' }, user: undefined as never, account: null }),
  ).toEqual({
    sid: 'our-session',
  });
});
