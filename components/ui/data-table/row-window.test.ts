import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyHeight, isCut, rowsInSight, rowWindow, scrollTo, stillServes } from './row-window';

const sights = fc
  .record({
    total: fc.integer({ min: 1, max: 3_000_000 }),
    rowHeight: fc.integer({ min: 28, max: 120 }),
    view: fc.integer({ min: 100, max: 2000 }),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ part, ...rest }) => ({
    ...rest,
    top: part * Math.max(0, bodyHeight(rest.total, rest.rowHeight) - rest.view),
  }));

describe('the rows that are drawn', () => {
  it('cover what can be seen, and are few', () => {
    fc.assert(
      fc.property(sights, (sight) => {
        const [seen, drawn] = [rowsInSight(sight), rowWindow(sight)];
        expect(drawn.first).toBeLessThanOrEqual(seen.first);
        expect(drawn.last).toBeGreaterThanOrEqual(seen.last);
        expect(drawn.last - drawn.first).toBeLessThanOrEqual(Math.ceil(sight.view / sight.rowHeight) + 22);
        expect(drawn.last).toBeLessThanOrEqual(sight.total);
      }),
    );
  });

  it('stand where the eye looks, however long the list', () => {
    fc.assert(
      fc.property(sights, (sight) => {
        const { first, start } = rowWindow(sight);
        const y = start ?? first * sight.rowHeight;
        const seenAt = y + (rowsInSight(sight).first - first) * sight.rowHeight - sight.top;
        expect(seenAt).toBeLessThanOrEqual(1);
        expect(seenAt).toBeGreaterThan(-sight.rowHeight - 1);
      }),
    );
  });

  it('reach the last row at the end of the scrollbar, and the first at its beginning', () => {
    for (const total of [1, 40, 10_000, 250_000, 3_000_000]) {
      const sight = { total, rowHeight: 36, view: 700, top: Math.max(0, bodyHeight(total, 36) - 700) };
      expect(rowWindow(sight).last).toBe(total);
      expect(rowWindow({ ...sight, top: 0 }).first).toBe(0);
      expect(isCut(sight)).toBe(total > 416_666);
    }
  });

  it('are kept while there are some to spare', () => {
    const sight = { total: 10_000, rowHeight: 50, view: 500, top: 5000 };
    const drawn = rowWindow(sight);
    expect(stillServes(drawn, { ...sight, top: 5050 })).toBe(true);
    expect(stillServes(drawn, { ...sight, top: 5400 })).toBe(false);
    expect(stillServes(drawn, { ...sight, top: 4600 })).toBe(false);
    expect(stillServes(drawn, { ...sight, total: 100 })).toBe(false);
  });
});

describe('going to a row', () => {
  it('brings it wholly into sight, and moves nothing where it is', () => {
    fc.assert(
      fc.property(sights, fc.nat(), (sight, any) => {
        const index = any % sight.total;
        const top = sight.top + scrollTo(index, sight);
        const seen = rowsInSight({ ...sight, top });
        expect(index).toBeGreaterThanOrEqual(seen.first);
        expect(index).toBeLessThan(Math.max(seen.last, seen.first + 1));
        expect(scrollTo(index, { ...sight, top })).toBeCloseTo(0, 1);
      }),
    );
  });
});
