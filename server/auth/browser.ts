import 'server-only';

/** The browser that asks: the cookies it brought, and a way to have it keep another (a whole `Set-Cookie` line). */
export type Browser = { cookies: ReadonlyMap<string, string>; setCookie(cookie: string): void };

/** The browser of a request; what it shall keep is written into `answer`, the headers of the response. */
export function browserOf(request: Headers, answer: Headers): Browser {
  return { cookies: cookiesOf(request), setCookie: (cookie) => answer.append('set-cookie', cookie) };
}

export function cookiesOf(headers: Headers): Map<string, string> {
  const pairs = (headers.get('cookie') ?? '').split(';').map((pair) => {
    const [name = '', ...value] = pair.split('=');
    return [name.trim(), value.join('=').trim()] as const;
  });
  return new Map(pairs.filter(([name]) => name));
}
