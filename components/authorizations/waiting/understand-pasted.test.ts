import { expect, test } from 'vitest';
import { markedParts } from './marked-parts';
import { codeDeadline } from './code-deadline';
import { understandPasted } from './understand-pasted';

const [ours, theirs] = ['o'.repeat(43), 't'.repeat(43)];
const address = (query: string) => `http://192.168.101.1/callback?${query}`;

test.each([
  [address(`auth_code=11111&code=11111&state=${ours}`), 'ours'],
  [address(`auth_code=11111&amp;code=11111&amp;state=${ours}`), 'ours'],
  [address(`auth_code=11111&code=11111&state=${theirs}`), 'foreign'],
  [address('auth_code=11111&code=11111&state=your_custom_params'), 'foreign'],
  [address('auth_code=11111'), 'stateless'],
  ['11111', 'stateless'],
  [address(`error=access_denied&state=${ours}`), 'cancelled'],
  [
    'https://business-api.tiktok.com/portal/auth?app_id=70000000001&state=x&redirect_uri=http%3A%2F%2Fa.b',
    'authorized_url',
  ],
  ['hello there', 'unreadable'],
  ['{"data":{"access_token":"abc"}}', 'unreadable'],
  [' \n ', 'empty'],
])('%s is %s', (text, verdict) => {
  expect(understandPasted(text, ours).verdict).toBe(verdict);
});

test('without a state of its own to compare with, none is called foreign', () => {
  expect(understandPasted(address(`code=11111&state=${theirs}`), null).verdict).toBe('unchecked');
});

test('marks what was found, and shortens what is long', () => {
  const understood = understandPasted(
    address(`auth_code=${'c'.repeat(40)}&code=${'c'.repeat(40)}&state=${ours}`),
    ours,
  );
  if (!('read' in understood)) throw new Error('There is a code in it');
  const { address: read, spans } = understood.read;
  expect(markedParts(read, spans)).toEqual([
    { text: 'http://192.168.101.1/callback?auth_code=', part: null },
    { text: 'cccccccc…ccccc', part: 'code' },
    { text: '&code=', part: null },
    { text: 'cccccccc…ccccc', part: 'code' },
    { text: '&state=', part: null },
    { text: 'oooooooo…ooooo', part: 'state' },
  ]);
});

test('a code lives at least until an hour after its authorization was made', () => {
  const made = '2026-11-22T10:00:00.000Z';
  expect(codeDeadline(made, Date.parse('2026-11-22T10:12:48Z'))).toBe(Date.parse('2026-11-22T11:00:00Z'));
  expect(codeDeadline(made, Date.parse('2026-11-24T10:00:00Z'))).toBeNull();
});
