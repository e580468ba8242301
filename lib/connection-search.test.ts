import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { connectionFilter } from '@/contract/connection-filter';
import { readAddress } from './address';
import { connectionSearch, isNarrowed, listInput, statesInput } from './connection-search';

const load = (query: string) => readAddress(connectionSearch, new URLSearchParams(query));
const id = '0190f3a8-5b1e-7c3a-9d55-3f2a1b4c5d6e';
const other = id.replace('6e', '6f');

describe('what an address asks for', () => {
  it('is everything, the broken first, where it says nothing', () => {
    expect(listInput(load(''))).toEqual({ sort: 'state' });
    expect(isNarrowed(load(''))).toBe(false);
  });

  it('is told to the API as the contract wants it', () => {
    const query = new URLSearchParams({
      state: 'auth_broken,degraded',
      appId: `${id},${other}`,
      ownerId: `none,${id}`,
      tag: other,
      q: ' 東京 ',
      advertiserId: '7000000000000000001',
      scope: '44',
      checkedBefore: 'P7D',
      checkFailing: 'true',
      authorizedBefore: 'P90D',
      authorizedAfter: '2026-01-01T00:00:00.000Z',
      problem: 'app_suspended',
      archived: 'true',
      sort: '-lastCheck',
    });
    const search = load(query.toString());
    expect(connectionFilter.parse(listInput(search))).toMatchObject({
      state: ['auth_broken', 'degraded'],
      appId: [id, other],
      ownerId: ['none', id],
      tag: [other],
      q: '東京',
      advertiserId: '7000000000000000001',
      scope: '44',
      checkFailing: true,
      authorizedAfter: '2026-01-01T00:00:00.000Z',
      problem: 'app_suspended',
      archived: true,
      sort: '-lastCheck',
    });
    const { state: _, sort: __, ...rest } = listInput(search);
    expect(statesInput(search)).toEqual(rest);
    expect(isNarrowed(search)).toBe(true);
  });

  it('is the same again when its filter becomes an address', () => {
    const search = load(`state=paused&appId=${id}&q=x&checkFailing=false&archived=true&sort=-name`);
    expect(load(new URLSearchParams(listInput(search)).toString())).toEqual(search);
  });

  it.each(['state=asleep', 'appId=7', 'sort=colour', 'checkedBefore=soon', 'archived=maybe', `q=${'%20'.repeat(9)}`])(
    'ignores %s',
    (query) => {
      expect(listInput(load(query))).toEqual(listInput(load('')));
      expect(isNarrowed(load(query))).toBe(false);
    },
  );

  it('is never one that the API refuses', () => {
    const names = fc.constantFrom(...Object.keys(connectionSearch));
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('P7D', '12345', 'none', id, 'x'.repeat(999)),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(names, texts)), (pairs) => {
        const input = listInput(load(new URLSearchParams(pairs).toString()));
        expect(connectionFilter.safeParse(input).error).toBeUndefined();
      }),
    );
  });
});
