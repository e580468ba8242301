import { expect } from 'vitest';
import { answer } from '@/server/answer';
import { cookiesOf } from '@/server/auth/browser';
import { env } from '@/server/env';
import { headersOf } from '@/test/factories';

type Who = Parameters<typeof headersOf>[0];

/** A browser that keeps its cookies, as the API sees it. */
export async function openBrowser(person: Who) {
  const cookies = cookiesOf(await headersOf(person));
  const browser = {
    setCookies: [] as string[],
    headers: () => new Headers({ cookie: [...cookies].map((pair) => pair.join('=')).join('; ') }),
    async ask(line: string, body?: unknown) {
      const [method = '', path = ''] = line.split(' ');
      const headers = browser.headers();
      headers.set('origin', env().APP_URL);
      if (body !== undefined) headers.set('content-type', 'application/json');
      const request = new Request(`${env().APP_URL}/api/v1${path}`, { method, headers, body: JSON.stringify(body) });
      const response = await answer(request);
      for (const line of response.headers.getSetCookie()) {
        browser.setCookies.push(line);
        const [name = '', ...value] = (line.split(';')[0] ?? '').split('=');
        cookies.set(name, value.join('='));
      }
      const text = await response.text();
      return { status: response.status, body: text ? JSON.parse(text) : undefined };
    },
    async isSignedIn() {
      const { status } = await browser.ask('GET /account');
      expect([200, 401]).toContain(status);
      return status === 200;
    },
  };
  return browser;
}
