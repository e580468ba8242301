import { expect, it } from 'vitest';
import { withIds } from './use-selection';

const ids = (...names: string[]) => new Set(names);

it('keeps what is chosen', () => {
  expect(withIds({ all: false, ids: ids('a') }, ['b', 'c'], true)).toEqual({ all: false, ids: ids('a', 'b', 'c') });
  expect(withIds({ all: false, ids: ids('a', 'b') }, ['a'], false)).toEqual({ all: false, ids: ids('b') });
});

it('keeps what is left out where everything is chosen', () => {
  expect(withIds({ all: true, ids: ids() }, ['a'], false)).toEqual({ all: true, ids: ids('a') });
  expect(withIds({ all: true, ids: ids('a', 'b') }, ['a'], true)).toEqual({ all: true, ids: ids('b') });
});
