import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { missingFor, scopeFits, scopeTemplates } from './scope-templates';
import { hasScope, scopeName, scopesAmountingTo, scopeTree, type ScopeNode } from './scope-tree';

const all = (nodes: ScopeNode[]): ScopeNode[] => nodes.flatMap((node) => [node, ...all(node.children)]);
const everyNode = all(scopeTree([]).nodes);
const everyId = everyNode.map(({ id }) => id);
const stateIn = (granted: string[], id: string) => all(scopeTree(granted).nodes).find((node) => node.id === id)?.state;

describe('the published table', () => {
  test('holds 167 different ids in three levels, 25 of them above 2^53', () => {
    const { nodes } = scopeTree([]);
    const second = nodes.flatMap(({ children }) => children);
    const third = second.flatMap(({ children }) => children);
    expect([nodes.length, second.length, third.length]).toEqual([21, 74, 72]);
    expect(new Set(everyId).size).toBe(167);
    expect(everyId.filter((id) => BigInt(id) > Number.MAX_SAFE_INTEGER)).toHaveLength(25);
  });

  test('is named in both languages', () => {
    for (const { en, ja } of everyNode) {
      expect(en).toMatch(/^[\x20-\x7e]+$/);
      expect(ja).toMatch(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u);
    }
    expect(scopeName('7043626160646946818', 'ja')).toBe('オフラインイベント管理');
    expect(scopeName('2', 'en')).toBe('Ads Management');
    expect(scopeName('99', 'en')).toBeNull();
  });
});

describe('what a token holds', () => {
  test('a parent implies what is below it, and nothing beside', () => {
    expect([stateIn(['2'], '2'), stateIn(['2'], '20'), stateIn(['2'], '201')]).toEqual(Array(3).fill('granted'));
    expect(stateIn(['2'], '3')).toBe('missing');
  });

  test('one of several makes a parent partly granted, all of them wholly', () => {
    expect([stateIn(['200'], '20'), stateIn(['200'], '2'), stateIn(['200'], '201')]).toEqual([
      'partly',
      'partly',
      'missing',
    ]);
    expect(stateIn(['200', '201'], '20')).toBe('granted');
  });

  test('a real answer, which mixes levels', () => {
    const granted = ['210', '200', '10', '220', '30'];
    expect(['1', '10', '100', '2', '20', '30', '3'].map((id) => stateIn(granted, id))).toEqual([
      'partly',
      'granted',
      'granted',
      'partly',
      'partly',
      'granted',
      'partly',
    ]);
  });

  test('unknown ids come back once, as they are', () => {
    expect(scopeTree(['4', '9007199254740993', 'video.list', 'video.list']).unknown).toEqual([
      '9007199254740993',
      'video.list',
    ]);
    expect(hasScope(['video.list'], 'video.list')).toBe(true);
  });

  test('the tree and the question agree, and more never means less', () => {
    const ids = fc.uniqueArray(fc.constantFrom(...everyId), { maxLength: 30 });
    fc.assert(
      fc.property(ids, ids, (granted, more) => {
        const before = all(scopeTree(granted).nodes);
        for (const { id, state } of before) expect(hasScope(granted, id)).toBe(state === 'granted');
        for (const id of granted) expect(hasScope(granted, id)).toBe(true);
        for (const { id, state, children } of before) {
          if (state === 'granted') expect(children.every((child) => child.state === 'granted')).toBe(true);
          if (state === 'granted') expect(hasScope([...granted, ...more], id)).toBe(true);
          if (state === 'missing') expect(children.every((child) => child.state === 'missing')).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });
});

test('what amounts to a permission is told in ids as the question is answered', () => {
  const part = fc.constantFrom(...everyNode.filter(({ children }) => children.length > 0));
  const granted = fc.oneof(
    fc.uniqueArray(fc.constantFrom(...everyId), { maxLength: 40 }),
    // All below one of them, but perhaps for some.
    part.chain((node) => fc.subarray(all(node.children).map(({ id }) => id))),
    part.map((node) => node.children.map(({ id }) => id)),
  );
  fc.assert(
    fc.property(granted, (held) => {
      const any = (ids: string[]) => ids.some((id) => held.includes(id));
      for (const id of [...everyId, '999']) {
        const { one, parts } = scopesAmountingTo(id);
        expect([id, any(one) || (parts.length > 0 && parts.every(any))]).toEqual([id, hasScope(held, id)]);
      }
    }),
  );
});

describe('purposes', () => {
  const reporting = scopeTemplates[0];

  test('reporting takes 4 or 44, and 100', () => {
    expect(missingFor(['4', '100'], reporting)).toEqual([]);
    expect(missingFor(['44', '1'], reporting)).toEqual([]);
    expect(missingFor(['44'], reporting)).toEqual(['100']);
    expect(missingFor(['40', '41', '100'], reporting)).toEqual(['44']);
  });

  test('every permission fits every purpose, none fits none, and all needs are known', () => {
    expect(scopeFits(scopeTree([]).nodes.map(({ id }) => id)).every(({ fits }) => fits)).toBe(true);
    expect(scopeFits([]).some(({ fits }) => fits)).toBe(false);
    for (const { needs } of scopeTemplates) for (const id of needs) expect(everyId).toContain(id);
  });
});
