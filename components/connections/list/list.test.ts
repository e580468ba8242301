import { describe, expect, it } from 'vitest';
import { scopeAreas } from './scope-areas';
import { summarizeScopes } from './summarize-scopes';

const [en, ja] = [scopeAreas('en'), scopeAreas('ja')];

describe('permissions in short', () => {
  it('names the areas, whichever level was granted', () => {
    expect(summarizeScopes(['4'], en)).toMatchObject({ names: ['Reporting'], more: 0 });
    expect(summarizeScopes(['44', '100'], en).names).toEqual(['Ad Account', 'Reporting']);
    expect(summarizeScopes(['44', '100'], ja).names).not.toEqual(summarizeScopes(['44', '100'], en).names);
  });

  it('counts what there is no room for, and keeps ids nobody knows', () => {
    expect(summarizeScopes(['1', '2', '3', '4'], en)).toMatchObject({ more: 2 });
    expect(summarizeScopes(['9007199254740993123'], en).names).toEqual(['9007199254740993123']);
    expect(summarizeScopes([], en)).toEqual({ names: [], more: 0, all: [] });
  });
});
