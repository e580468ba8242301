import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEvent } from './read-event';

const advertisers = {
  gained: [{ advertiserId: '7010666682221854722', name: '神戸スポーツ' }],
  gainedCount: 1,
  lost: [{ advertiserId: '7010666682221854731', name: null }],
  lostCount: 120,
};

describe('what an event tells', () => {
  it('is the difference in reach, by itself or in a comparison', () => {
    expect(readEvent({ data: advertisers }).difference).toEqual({ advertisers, scopes: { gained: [], lost: [] } });
    const comparison = { identity: 'same', advertisers, scopes: { kept: ['4'], gained: [], lost: ['44'] } };
    expect(readEvent({ data: { actor: 'Aiko', comparison } }).difference?.scopes).toEqual({ gained: [], lost: ['44'] });
  });

  it('is no difference where nothing differs', () => {
    const same = { gained: [], gainedCount: 0, lost: [], lostCount: 0 };
    expect(readEvent({ data: same }).difference).toBeUndefined();
    expect(readEvent({ data: { reason: 'left' } }).difference).toBeUndefined();
  });

  it('is what TikTok said, of a change of state and of a check', () => {
    const failure = { key: 'token_rejected', code: 40105, message: 'invalid', requestId: '2026' };
    expect(readEvent({ data: { from: 'healthy', to: 'auth_broken', failure } }).said).toEqual(failure);
    expect(readEvent({ data: { state: null, ...failure } })).toMatchObject({ said: failure, state: undefined });
    expect(readEvent({ data: { state: 'healthy', key: null, code: null } }).said).toBeUndefined();
  });

  it('never fails, whatever was kept', () => {
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (data) => !!readEvent({ data })));
    const keys = ['from', 'failure', 'comparison', 'scopes', 'gained', 'lostCount', 'name', 'archived'];
    const odd = fc.dictionary(fc.constantFrom(...keys), fc.jsonValue());
    fc.assert(fc.property(odd, (data) => !!readEvent({ data })));
  });
});
