import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPasted } from './pasted';

const seed = 'http://192.168.101.1/callback?auth_code=11111&code=11111&state=your_custom_params';
const code = '0123456789abcdef0123456789abcdef01234567';
const state = 'Zm9yLXRoZS10ZXN0LW9ubHktMzItcmFuZG9tLWJ5dGU';
const own = `https://grantboard.example/callback?auth_code=${code}&code=${code}&state=${state}`;
const redirectUrl = 'https://grantboard.example/callback';

const fullWidth = (text: string) =>
  text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
const everyTen = (text: string, between: string) => text.replace(/(.{10})/g, `$1${between}`);

describe('the address of the page that did not load', () => {
  test.each([
    ['as it is', (text: string) => text],
    ['escaped for HTML', (text: string) => text.replaceAll('&', '&amp;')],
    ['escaped twice for HTML', (text: string) => text.replaceAll('&', '&amp;amp;')],
    ['escaped for JSON', (text: string) => text.replaceAll('&', '\\u0026').replaceAll('/', '\\/')],
    ['with numeric entities', (text: string) => text.replaceAll('&', '&#38;').replaceAll('=', '&#x3D;')],
    ['broken over lines', (text: string) => everyTen(text, '\n')],
    ['broken over lines with CRLF and indents', (text: string) => everyTen(text, '\r\n   ')],
    ['broken inside an entity', (text: string) => text.replaceAll('&', '&am\np;')],
    ['quoted in mail', (text: string) => `> ${everyTen(text, '\n> ')}`],
    ['with spaces inside', (text: string) => everyTen(text, ' ')],
    ['with wide spaces around', (text: string) => `\u3000${text}\u3000`],
    ['full-width', fullWidth],
    ['full-width and broken', (text: string) => everyTen(fullWidth(text), '\u3000\n')],
    ['with invisible characters', (text: string) => everyTen(text, '\u200b')],
    ['in quotes', (text: string) => `"${text}"`],
    ['in curly quotes', (text: string) => `“${text}”`],
    ['in angle brackets', (text: string) => `<${text}>`],
    ['as Markdown', (text: string) => `[callback](${text})`],
    ['as code', (text: string) => `\`${text}\`.`],
    ['as Slack writes it', (text: string) => `<${text}|callback>`],
    ['in Japanese', (text: string) => `リダイレクト先は「${text}」でした。`],
    ['in a sentence', (text: string) => `Here you are: ${text}, thanks a lot!`],
    ['before another line', (text: string) => `${text}\n\nBest regards\nHanako`],
    ['as a link', (text: string) => `<a href="${text.replaceAll('&', '&amp;')}">here</a>`],
    ['URL-encoded', encodeURIComponent],
    ['URL-encoded twice', (text: string) => encodeURIComponent(encodeURIComponent(text))],
    ['pasted twice', (text: string) => text + text],
    ['as cURL', (text: string) => `curl '${text}' \\\n  -H 'accept: */*' \\\n  --compressed`],
    ['as cURL for Windows', (text: string) => `curl "${text.replaceAll('&', '^&')}" ^\n  -H "accept: */*"`],
    ['after a scheme-less mention', (text: string) => `See grantboard.example/help, then ${text}`],
    ['with a fragment', (text: string) => `${text}#_=_`],
  ])('%s', (_, mangle) => {
    expect(readPasted(mangle(own))).toMatchObject({ kind: 'code', code, state, redirectUrl });
    expect(readPasted(mangle(seed))).toMatchObject({ kind: 'code', code: '11111', state: 'your_custom_params' });
  });

  test('only its query, or only the code', () => {
    expect(readPasted(`?auth_code=${code}&state=${state}`)).toMatchObject({ code, state, redirectUrl: null });
    expect(readPasted(`code=${code}`)).toMatchObject({ code, state: null });
    expect(readPasted('11111')).toMatchObject({ kind: 'code', code: '11111', state: null });
    expect(readPasted(` "${everyTen(fullWidth(code), '\n')}" `)).toMatchObject({ code });
  });

  test('carried along by another address', () => {
    const link = `https://links.example/?url=${encodeURIComponent(own)}`;
    expect(readPasted(link)).toMatchObject({ code, state, redirectUrl });
  });

  test('with a query of its own, an IPv6 host, two codes', () => {
    const odd = `http://[::1]:3000/cb?team=a&auth_code=first&code=second&state=${state}`;
    expect(readPasted(odd)).toMatchObject({ code: 'first', state, redirectUrl: 'http://[::1]:3000/cb?team=a' });
  });

  test('says where in the address it found what', () => {
    const read = readPasted(`<${seed}>`);
    if (read.kind !== 'code') throw new Error(read.kind);
    const shown = read.spans.map(({ part, start, end }) => [part, read.address.slice(start, end)]);
    expect(shown).toEqual([
      ['redirectUrl', 'http://192.168.101.1/callback'],
      ['code', '11111'],
      ['code', '11111'],
      ['state', 'your_custom_params'],
    ]);
  });
});

test.each([
  ['', { kind: 'unreadable', reason: 'empty' }],
  ['\u200b \n', { kind: 'unreadable', reason: 'empty' }],
  ['a'.repeat(20_001), { kind: 'unreadable', reason: 'too_long' }],
  ['hello', { kind: 'unreadable', reason: 'no_code' }],
  ['https://business-api.tiktok.com/portal/docs', { kind: 'unreadable', reason: 'no_code' }],
  [`{"code":0,"data":{"access_token":"${code}"}}`, { kind: 'unreadable', reason: 'token_reply' }],
  [`curl -d '{"app_id":"7","secret":"x","auth_code":"1"}'`, { kind: 'unreadable', reason: 'token_request' }],
  [`?auth_code=a&auth_code=b`, { kind: 'unreadable', reason: 'repeated' }],
  [`${redirectUrl}?state=${state}`, { kind: 'cancelled', state, redirectUrl }],
  [`${redirectUrl}?error=access_denied`, { kind: 'cancelled', error: 'access_denied', state: null, redirectUrl }],
])('%# is told apart', (text, expected) => expect(readPasted(text)).toEqual(expected));

test('an Authorized URL is not mistaken for a callback', () => {
  const url = `https://business-api.tiktok.com/portal/auth?app_id=7010666682221854722&state=s&redirect_uri=http%3A%2F%2Flocalhost`;
  expect(readPasted(url)).toEqual({
    kind: 'authorized_url',
    appId: '7010666682221854722',
    redirectUrl: 'http://localhost',
    state: 's',
  });
});

describe('whatever is pasted', () => {
  const hex = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 40, maxLength: 40 });
  const base64url = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_');
  const ownState = fc.string({ unit: base64url, minLength: 43, maxLength: 43 });
  const space = fc.constantFrom(' ', '\n', '\r\n', '\n  ', '\t', '\u3000', '\u200b', '');
  const escape = fc.constantFrom(
    (text: string) => text,
    (text: string) => text.replaceAll('&', '&amp;'),
    (text: string) => text.replaceAll('&', '\\u0026'),
    encodeURIComponent,
    (text: string) => encodeURIComponent(encodeURIComponent(text)),
  );
  const width = fc.constantFrom((text: string) => text, fullWidth);
  const wrap = fc.constantFrom(['', ''], ['<', '>'], ['"', '"'], ['「', '」'], ['(', ').'], ['  ', ','], ['`', '`']);

  test('white space anywhere, any escape, any width, any wrapping: the same code and state', () => {
    fc.assert(
      fc.property(
        hex,
        ownState,
        escape,
        width,
        wrap,
        fc.array(fc.tuple(fc.nat(400), space)),
        (c, s, to, widen, w, at) => {
          const address = to(`http://192.168.101.1/callback?auth_code=${c}&code=${c}&state=${s}`);
          const damaged = at.reduce((text, [i, gap]) => text.slice(0, i) + gap + text.slice(i), widen(address));
          expect(readPasted(w[0] + damaged + w[1])).toMatchObject({ kind: 'code', code: c, state: s });
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('never throws', () => {
    const bits = [
      'auth_code=',
      'http://',
      '%',
      '&amp;',
      '&#x110000;',
      '\\u0026',
      '?',
      '&',
      '=',
      '[',
      ' ',
      '\n',
      'state=',
    ];
    const noise = fc.array(fc.oneof(fc.constantFrom(...bits), fc.string({ unit: 'binary' })), { maxLength: 12 });
    fc.assert(
      fc.property(noise, (parts) => {
        const read = readPasted(parts.join(''));
        if (read.kind === 'code') expect(read.code).toMatch(/^[\x21-\x7e]+$/);
      }),
      { numRuns: 5000 },
    );
  });

  test('is read in good time', () => {
    const started = performance.now();
    readPasted('http://a?auth_code=1 '.repeat(950));
    readPasted('&amp;%25'.repeat(2500));
    readPasted('a '.repeat(10_000));
    expect(performance.now() - started).toBeLessThan(2000);
  });

  test('is read in good time however much of it is no UTF-8', () => {
    const started = performance.now();
    readPasted('?code=1&state=2 %E3%81'.repeat(900));
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
