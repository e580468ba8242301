import { describe, expect, it } from 'vitest';
import { directionOf, nextSort } from './next-sort';

describe('pressing a header', () => {
  it('sorts by it, then the other way round, and forgets the other column', () => {
    expect(nextSort('newest', 'name')).toBe('name');
    expect(nextSort('name', 'name')).toBe('-name');
    expect(nextSort('-name', 'name')).toBe('name');
    expect(nextSort('name', 'state')).toBe('state');
  });

  it('begins at the other end where that is what one wants to see', () => {
    expect(nextSort('state', 'advertisers', 'descending')).toBe('-advertisers');
    expect(nextSort('-advertisers', 'advertisers', 'descending')).toBe('advertisers');
  });

  it('tells screen readers which way', () => {
    expect(directionOf('-advertisers', 'advertisers')).toBe('descending');
    expect(directionOf('state', 'state')).toBe('ascending');
    expect(directionOf('state', 'name')).toBeUndefined();
  });
});
