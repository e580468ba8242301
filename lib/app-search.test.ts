import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appFilter } from '@/contract/apps';
import { readAddress } from './address';
import { appInput, appSearch, isNarrowed } from './app-search';

const load = (query: string) => readAddress(appSearch, new URLSearchParams(query));

describe('what an address asks for', () => {
  it('is everything, by name, where it says nothing', () => {
    expect(appInput(load(''))).toEqual({ sort: 'name' });
    expect(isNarrowed(load('sort=-connections'))).toBe(false);
  });

  it('is told to the API as the contract wants it', () => {
    const search = load('q=+東京+&environment=sandbox&tier=basic,ultimate&reviewStatus=in_review&sort=-review');
    expect(isNarrowed(search)).toBe(true);
    expect(appFilter.parse(appInput(search))).toMatchObject({
      q: '東京',
      environment: 'sandbox',
      tier: ['basic', 'ultimate'],
      reviewStatus: ['in_review'],
      sort: '-review',
    });
  });

  it('is taken by the API whatever stands in it', () => {
    const value = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('sandbox', 'basic', 'x,basic', '-tier', ''));
    const name = fc.constantFrom('q', 'environment', 'tier', 'reviewStatus', 'sort', 'at');
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value)), (pairs) => {
        const search = readAddress(appSearch, Object.fromEntries(pairs));
        expect(appFilter.safeParse(appInput(search)).success).toBe(true);
      }),
    );
  });
});
