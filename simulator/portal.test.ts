import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTikTok, type TestTikTok } from './test-client';

let tiktok: TestTikTok;
beforeAll(async () => (tiktok = await openTikTok()));
beforeEach(() => tiktok.control('reset'));
afterAll(() => tiktok.close());

/** A browser without scripts: follows redirects within the portal, stops at the first that leaves it. */
async function go(address: string, form?: Array<[string, string]>) {
  const init: RequestInit = form ? { method: 'POST', body: new URLSearchParams(form) } : {};
  const response = await fetch(address, { ...init, redirect: 'manual' });
  const location = response.headers.get('location');
  if (location?.startsWith('/')) return go(new URL(location, tiktok.url).href);
  return { address, status: response.status, location, text: await response.text() };
}

const signIn = async (user: string, authorizedUrl = tiktok.authorizedUrl()) => {
  const page = await go(authorizedUrl);
  return go(page.address, [['user', tiktok.user(user).id]]);
};
const scopes = () => tiktok.app.scopes.map((scope) => ['scope', scope] as [string, string]);
const confirm = (address: string, advertisers: readonly string[], rest = scopes()) =>
  go(address, [
    ...rest,
    ...advertisers.map((id) => ['advertiser', id] as [string, string]),
    ['agreement', 'yes'],
    ['action', 'confirm'],
  ]);
const verify = async (address: string) => {
  await go(address, [['action', 'send']]);
  return go(address, [
    ['action', 'verify'],
    ['code', '123456'],
  ]);
};
const exchangeAt = (location: string | null) => tiktok.exchange(new URL(location!).searchParams.get('auth_code')!);

describe('an Authorized URL', () => {
  test('leads over sign-in, permissions and verification back to the app', async () => {
    const permissions = await signIn('sato', tiktok.authorizedUrl('my-state'));
    expect(permissions.text).toContain('青山コスメ 公式');
    expect(permissions.text).toContain('Platform Service Agreement');
    const [first] = tiktok.user('sato').advertiserIds;
    const verification = await confirm(permissions.address, [first!]);
    expect(verification.text).toContain('Send code');
    const { status, location } = await verify(verification.address);
    expect(status).toBe(302);
    expect(location).toMatch(/^http:\/\/localhost:3000\/callback\?auth_code=([0-9a-f]{40})&code=\1&state=my-state$/);
    expect((await exchangeAt(location)).data.advertiser_ids).toEqual([first]);
  });

  test('also works in the form TikTok used before', async () => {
    const { text } = await go(
      tiktok.authorizedUrl().replace('/portal/auth', '/marketing_api/auth') + '&rid=q6uerfg9osn',
    );
    expect(text).toContain('Log in as');
  });

  test('with a redirect_uri that differs in one character shows an error and never redirects', async () => {
    for (const wrong of ['http://localhost:3000/callback/', 'http://localhost:3001/callback', 'nonsense', '']) {
      const page = await go(tiktok.authorizedUrl('s', tiktok.app, wrong));
      expect(page).toMatchObject({ status: 400, location: null });
      expect(page.text).toContain('redirect_uri');
    }
  });

  test('of an unknown or blocked app shows an error', async () => {
    expect((await go(tiktok.authorizedUrl('s', { id: '7000000000000000001', secret: '' }))).status).toBe(400);
    await tiktok.control('apps', { id: tiktok.app.id, status: 'blocked' });
    expect((await go(tiktok.authorizedUrl())).status).toBe(400);
  });
});

describe('the person', () => {
  test('may tick no ad account at all', async () => {
    const { address } = await signIn('sato');
    const { location } = await verify((await confirm(address, [])).address);
    expect((await exchangeAt(location)).data.advertiser_ids).toEqual([]);
  });

  test('with ten thousand ad accounts selects all at once', async () => {
    const { address, text } = await signIn('enterprise');
    expect(text).toMatch(/Select all\s+10000\s+ad accounts/);
    const { location } = await verify((await confirm(address, [], [...scopes(), ['all', 'yes']])).address);
    expect((await exchangeAt(location)).data.advertiser_ids).toHaveLength(10_000);
  });

  test('may untick permissions: whole groups are told by their id, parts by theirs', async () => {
    const { address } = await signIn('sato');
    const ticked = ['100', '40', '41'].map((id) => ['scope', id] as [string, string]);
    const { location } = await verify((await confirm(address, [], ticked)).address);
    expect((await exchangeAt(location)).data.scope).toEqual([10, 40, 41]);
  });

  test('cannot grant an ad account of somebody else', async () => {
    const { address } = await signIn('sato');
    const { location } = await verify((await confirm(address, tiktok.user('thompson').advertiserIds)).address);
    expect((await exchangeAt(location)).data.advertiser_ids).toEqual([]);
  });

  test('must agree, and type the right code', async () => {
    const { address } = await signIn('sato');
    expect((await go(address, [['action', 'confirm']])).text).toContain('Please agree');
    await confirm(address, []);
    await go(address, [['action', 'send']]);
    const wrong = await go(address, [
      ['action', 'verify'],
      ['code', '000000'],
    ]);
    expect(wrong.text).toContain('incorrect');
  });

  test('is not asked for a code again within 48 hours by the same app', async () => {
    await verify((await confirm((await signIn('sato')).address, [])).address);
    expect((await confirm((await signIn('sato')).address, [])).status).toBe(302);
    await tiktok.control('clock', { advanceSeconds: 49 * 3600 });
    expect((await confirm((await signIn('sato')).address, [])).text).toContain('Send code');
  });

  test('who leaves is redirected nowhere', async () => {
    const { address } = await signIn('sato');
    const end = await go(address, [['action', 'cancel']]);
    expect(end).toMatchObject({ status: 200, location: null });
    expect(end.text).toContain('You may close this page');
    expect(tiktok.world.codes.size).toBe(0);
  });

  test('may be told to try later', async () => {
    await tiktok.control('fail', { kind: 'html', endpoint: 'portal/confirm' });
    const { address } = await verify((await confirm((await signIn('sato')).address, [])).address);
    expect((await go(address)).text).toContain('Authorization failed. Please try again later.');
    expect((await verify(address)).status).toBe(302);
  });
});
