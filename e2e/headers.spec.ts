import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { port } from './facts';
import { expect, test } from './fixtures';

const nobody = '01900000-0000-7000-8000-000000000000';
const closed = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const methods = [
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'PROPFIND',
  'SEARCH',
  'LOCK',
  'PURGE',
];

/** Every address of the build, whoever added it, with something in its gaps; and some that are not there. */
function addresses(): string[] {
  const manifest = JSON.parse(readFileSync('.next/app-path-routes-manifest.json', 'utf8')) as Record<string, string>;
  // Made at build time, and an error by its nature: nobody is sent to its address.
  const routes = Object.values(manifest).filter((route) => route !== '/_global-error');
  const built = routes.map((route) =>
    route
      .replace(/\/\[\[?\.\.\.\w+\]?\]/, '/apps')
      .replace('[team]', 'nobody')
      .replace(/\[\w+\]/g, nobody),
  );
  const chunk = /static\/chunks\/[\w~.-]+\.js/.exec(readFileSync('.next/build-manifest.json', 'utf8'))?.[0];
  return [
    ...new Set(built),
    `/_next/${chunk}`,
    '/_next/static/none.js',
    '/nothing/here',
    '/api/nothing',
    '/a%00b',
    '/%ff',
  ];
}

type Answer = { status: number; headers: Record<string, unknown> };

function ask(method: string, path: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ port, method, path, agent: false }, (response) => {
      response.resume();
      resolve({ status: response.statusCode ?? 0, headers: response.headers });
    });
    sent.on('error', reject);
    sent.end();
  });
}

test('every address answers every method with every header, and none with an error of ours', async () => {
  test.setTimeout(480_000);
  const paths = addresses();
  expect(paths.length).toBeGreaterThan(25);
  const policies = new Set<string>();
  for (const path of paths) {
    for (const method of methods) {
      const { status, headers } = await ask(method, path);
      const what = `${method} ${path}`;
      expect(status, what).toBeLessThan(500);
      const inApi = path.startsWith('/api/');
      if (!['GET', 'HEAD'].includes(method) && !inApi) expect([what, status]).toEqual([what, 405]);
      if (['TRACE', 'PROPFIND', 'SEARCH', 'LOCK', 'PURGE'].includes(method))
        expect([what, status]).toEqual([what, 405]);
      expect(headers, what).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'referrer-policy': /^\/(callback|outcome|connect|invitation|reset-password)(\/|$)/.test(path)
          ? 'no-referrer'
          : 'same-origin',
      });
      expect(headers).not.toHaveProperty('x-powered-by');
      if (!path.startsWith('/_next/static') && path !== '/icon.svg')
        expect(String(headers['cache-control']), what).toMatch(/no-store|no-cache/);
      const policy = String(headers['content-security-policy']);
      const isPage = String(headers['content-type']).startsWith('text/html');
      if (isPage) policies.add(policy);
      if (isPage)
        expect(policy, what).toMatch(
          /script-src 'nonce-\S+' 'strict-dynamic'; .*frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types default$/,
        );
      else expect([what, policy]).toEqual([what, closed]);
    }
  }
  expect(policies.size).toBeGreaterThan(10);
});

test('a page runs by the nonce of its own answer', async ({ page }) => {
  const response = await page.goto('/sign-in');
  const [, nonce] = /'nonce-([^']+)'/.exec((await response!.allHeaders())['content-security-policy']!)!;
  const html = await response!.text();
  const scripts = html.match(/<script[^>]*>/g) ?? [];
  expect(scripts.length).toBeGreaterThan(3);
  for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
});

test('no text becomes markup, a script or the address of one, whoever hands it over', async ({ page }) => {
  await page.goto('/sign-in');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const outcomes = await page.evaluate(() => {
    const { trustedTypes } = window as unknown as {
      trustedTypes: { createPolicy: (name: string, rules: object) => void };
    };
    const element = (name: string) => document.createElement(name);
    const script = () => element('script') as HTMLScriptElement;
    const acts = {
      innerHTML: () => (element('p').innerHTML = '<b>x</b>'),
      insertAdjacentHTML: () => element('p').insertAdjacentHTML('beforeend', '<i>x</i>'),
      srcdoc: () => ((element('iframe') as HTMLIFrameElement).srcdoc = '<b>x</b>'),
      DOMParser: () => new DOMParser().parseFromString('<b>x</b>', 'text/html'),
      handler: () => element('p').setAttribute('onclick', 'void 0'),
      text: () => (script().text = 'void 0'),
      foreign: () => (script().src = 'https://evil.example/_next/static/x.js'),
      'of ours': () => script().setAttribute('src', '/api/v1/openapi.json'),
      policy: () => trustedTypes.createPolicy('mine', {}),
      built: () => (script().src = '/_next/static/chunks/x.js'),
    };
    return Object.entries(acts).map(([name, act]) => {
      try {
        act();
        return [name, 'taken'];
      } catch (error) {
        return [name, (error as Error).name];
      }
    });
  });
  const refused = outcomes.filter(([, outcome]) => outcome === 'TypeError').map(([name]) => name);
  expect(refused).toEqual(outcomes.map(([name]) => name).filter((name) => name !== 'built'));
});

test('signing out empties what the browser kept', async ({ page, enter, crew }) => {
  const app = await crew.createApp({ name: 'Behind the door' });
  await enter();
  await page.goto(`/${crew.slug}/apps`);
  await expect(page.getByText(app.name).first()).toBeVisible();
  await page.evaluate(() => localStorage.setItem('left', 'behind'));
  const csrf = await page.evaluate(
    async () => ((await (await fetch('/api/auth/csrf')).json()) as { csrfToken: string }).csrfToken,
  );
  await page.evaluate(
    (csrfToken) =>
      fetch('/api/auth/signout', { method: 'POST', body: new URLSearchParams({ csrfToken, json: 'true' }) }),
    csrf,
  );
  expect(await page.evaluate(() => localStorage.getItem('left'))).toBeNull();
  await page.goto('/sign-in');
  await page.goBack();
  await expect(page).toHaveURL(/\/sign-in/);
  await expect(page.getByText(app.name)).toHaveCount(0);
});

test('who asks to leave HTTP is answered as anybody else, and the connection ends', async ({ page, baseURL }) => {
  // Next only listens for it once it has handled a page.
  await page.goto('/sign-in');
  const { hostname, port } = new URL(baseURL!);
  for (const path of ['/sign-in', '/nowhere/at/all', '//', '/api/v1/session']) {
    const socket = connect(Number(port), hostname);
    socket.write(
      `GET ${path} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nConnection: Upgrade, close\r\nUpgrade: websocket\r\n\r\n`,
    );
    const answer = await text(socket);
    expect([path, answer]).toEqual([path, expect.stringMatching(/^HTTP\/1\.1 (200|400|401|404|308) /)]);
    expect(answer.toLowerCase()).toContain('content-security-policy:');
  }
});
