import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalEmail, emailAddress } from './email';

const same = [
  'mika@example.com',
  'MIKA@EXAMPLE.COM',
  ' mika@example.com ',
  'mika@example.com\n',
  '\tmika@example.com\r\n',
  'ｍｉｋａ@example.com',
  'mika＠example.com',
  'mika﹫example.com',
  'mika@example．com',
  'MIKA@EⅩAMPLE.COM',
  '\u3000mika@example.com\u3000',
  'ⓜika@example.com',
  '𝐦𝐢𝐤𝐚@example.com',
  'mi\u212Aa@example.com',
];

const others = [
  ['mika+tiktok@example.com', 'mika+tiktok@example.com'],
  ['m.ika@example.com', 'm.ika@example.com'],
  ["o'neil@example.com", "o'neil@example.com"],
  ['MIKA@sub.Example.co.jp', 'mika@sub.example.co.jp'],
  ['a_b-c@xn--r8jz45g.jp', 'a_b-c@xn--r8jz45g.jp'],
  ['1@example.com', '1@example.com'],
];

/** The payloads of CVE-2022-35924 first: an address that a mailer reads as two. */
const refused = [
  'attacker@evil.example,victim@example.com',
  'victim@example.com,attacker@evil.example',
  'victim@example.com, attacker@evil.example',
  'victim@example.com;attacker@evil.example',
  'victim@example.com attacker@evil.example',
  'victim@example.com\nattacker@evil.example',
  'victim@example.com\r\nBcc: attacker@evil.example',
  'victim@example.com%0aBcc:attacker@evil.example',
  'victim@example.com\0attacker@evil.example',
  'victim@example.com，attacker@evil.example',
  'victim@example.com；attacker@evil.example',
  'victim@example.com‚attacker@evil.example',
  '"attacker@evil.example,victim"@example.com',
  'Victim <victim@example.com>',
  '<victim@example.com>',
  '"Victim" <victim@example.com>',
  'victim@example.com <attacker@evil.example>',
  'mailto:victim@example.com',
  'victim@example.com?cc=attacker@evil.example',
  'victim@example.com&cc=attacker@evil.example',
  'victim@example.com|attacker@evil.example',
  'victim@example.com/attacker@evil.example',
  'victim@evil@example.com',
  'victim@@example.com',
  '@example.com',
  'victim@',
  'victim',
  '',
  ' ',
  '@',
  'victim@example',
  'victim@.com',
  'victim@example..com',
  'victim@example.com.',
  'victim@-example.com',
  'victim@exam ple.com',
  'vic tim@example.com',
  'vic\ttim@example.com',
  'vic\u00a0tim@example.com',
  'vic\u200btim@example.com',
  'victim@exa\u200dmple.com',
  'victim\u202e@example.com',
  '\ufeffvictim@exam\ufeffple.com',
  'vıctim@example.com',
  'vİctim@example.com',
  'victіm@example.com',
  'víctim@example.com',
  'victim@exаmple.com',
  'victim@例え.jp',
  '佐藤@example.com',
  'vic\u0301tim@example.com',
  'victim@[127.0.0.1]',
  'victim@127.0.0.1',
  'victim@[IPv6:::1]',
  'victim@localhost',
  '.victim@example.com',
  'victim.@example.com',
  'vic..tim@example.com',
  'victim(comment)@example.com',
  'victim@example.com(comment)',
  'vic"tim@example.com',
  'vic\\tim@example.com',
  'victim:tag@example.com',
  'victim@example.com:25',
  'victim@example.com#',
  '=?utf-8?q?victim=40example.com?=@evil.example',
  `${'a'.repeat(250)}@example.com`,
  `victim@${'a'.repeat(300)}.com`,
];

describe('an address', () => {
  it('is tried in more than eighty forms', () => {
    expect(same.length + others.length + refused.length).toBeGreaterThanOrEqual(80);
  });

  it.each(same)('%j is kept in its one form', (given) => {
    expect(emailAddress.parse(given)).toBe('mika@example.com');
  });

  it.each(others)('%j is kept as %j', (given, kept) => {
    expect(emailAddress.parse(given)).toBe(kept);
  });

  it.each(refused)('%j is refused', (given) => {
    expect(emailAddress.safeParse(given).success).toBe(false);
  });

  it('stays as it is when it is brought into its form again, and is looked up as it was written', () => {
    const wide = (letter: string) => String.fromCodePoint(letter.codePointAt(0)! + 0xfee0);
    const forms = [(letter: string) => letter, (letter: string) => letter.toUpperCase(), wide];
    const address = fc
      .tuple(fc.stringMatching(/^[a-z0-9][a-z0-9+_-]{0,20}$/), fc.domain())
      .map((parts) => parts.join('@'));
    const typed = fc
      .tuple(address, fc.array(fc.constantFrom(...forms), { minLength: 80, maxLength: 80 }))
      .map(([plain, of]) => [...plain].map((letter, at) => of[at % of.length]!(letter)).join(''));
    let accepted = 0;
    fc.assert(
      fc.property(typed, (given) => {
        const { success, data } = emailAddress.safeParse(given);
        if (!success) return;
        accepted += 1;
        expect(data).toMatch(/^[\x21-\x7e]+@[a-z0-9.-]+$/);
        expect(canonicalEmail(given)).toBe(data);
        expect(emailAddress.parse(data)).toBe(data);
      }),
    );
    expect(accepted).toBeGreaterThan(10);
  });
});
