import { expect, it, describe } from 'vitest';
import fc from 'fast-check';
import type { Place } from '@/server/vault/place';
import { seal, unseal } from '@/server/vault/seal';
import { TamperedError } from '@/server/vault/tampered-error';
import { putKeyring } from '@/server/vault/keyring';
import { randomBytes } from 'node:crypto';
import { frame } from '@/server/vault/cipher';

const keys = new Map([1, 2].map((id) => [id, randomBytes(32)]));
putKeyring({ current: 2, keys, stable: randomBytes(32), audit: randomBytes(32) });

const place: Place = { table: 'Connection', column: 'tokenSealed', teamId: 'team-a', rowId: 'row-1' };
const token = 'act.example12345Example12345Example';

describe('seal', () => {
  it('opens at its place, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => unseal(seal(text, place), place) === text));
  });

  it('opens what an older key sealed', () => {
    putKeyring({ current: 1, keys, stable: randomBytes(32), audit: randomBytes(32) });
    const old = seal(token, place);
    putKeyring({ current: 2, keys, stable: randomBytes(32), audit: randomBytes(32) });
    expect(unseal(old, place)).toBe(token);
  });

  it('notices every flipped bit', () => {
    const sealed = seal(token, place);
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const altered = sealed.slice();
      altered[bit >> 3]! ^= 1 << (bit & 7);
      expect(() => unseal(altered, place), `bit ${bit}`).toThrow(TamperedError);
    }
  });

  it('notices every cut and every addition', () => {
    const sealed = seal(token, place);
    for (let length = 0; length < sealed.length; length += 1) {
      expect(() => unseal(sealed.slice(0, length), place), `${length} bytes`).toThrow(TamperedError);
    }
    expect(() => unseal(Buffer.concat([sealed, Buffer.alloc(1)]), place)).toThrow(TamperedError);
  });

  it('does not take a tag of 4, 8 or 12 bytes for one of 16', () => {
    const sealed = seal('', place);
    for (const tag of [4, 8, 12]) expect(() => unseal(sealed.slice(0, 17 + tag), place)).toThrow(TamperedError);
  });

  it('opens in no other row, column, table or team', () => {
    const places = ['Connection', 'Authorization'].flatMap((table) =>
      ['tokenSealed', 'codeSealed', 'stateSealed'].flatMap((column) =>
        ['team-a', 'team-b'].flatMap((teamId) =>
          Array.from({ length: 20 }, (_, row) => ({ table, column, teamId, rowId: `row-${row}` })),
        ),
      ),
    );
    for (const one of places) {
      const sealed = seal(token, one);
      for (const other of places) {
        if (one === other) expect(unseal(sealed, other)).toBe(token);
        else expect(() => unseal(sealed, other)).toThrow(TamperedError);
      }
    }
  });

  it('is not opened by the other data key, when the header is changed to name it', () => {
    const sealed = seal(token, place);
    sealed[4] = 1;
    expect(() => unseal(sealed, place)).toThrow(TamperedError);
  });

  it('never uses a nonce twice', () => {
    const nonces = new Set(
      Array.from({ length: 100_000 }, () => Buffer.from(seal('x', place).slice(5, 17)).toString('hex')),
    );
    expect(nonces.size).toBe(100_000);
  });

  it('says in its error where, and not what', () => {
    const sealed = seal(token, place);
    sealed[sealed.length - 1]! ^= 1;
    expect(() => unseal(sealed, place)).toThrow(
      expect.objectContaining({
        data: { reason: 'tampered', table: 'Connection', column: 'tokenSealed', rowId: 'row-1' },
      }),
    );
  });
});

it('frames different lists differently', () => {
  const texts = fc.array(fc.option(fc.string(), { nil: null }), { maxLength: 5 });
  fc.assert(
    fc.property(texts, texts, (a, b) => frame(a).equals(frame(b)) === (JSON.stringify(a) === JSON.stringify(b))),
    { numRuns: 2_000 },
  );
});
