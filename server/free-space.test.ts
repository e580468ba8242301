import { afterEach, expect, it } from 'vitest';
import { demandSpace, demandWritable, freeSpace, space, spaceOf } from './free-space';
import { forget } from './shared';

const mb = 1024 * 1024;
const free = (megabytes: number) => async () => megabytes * mb;

afterEach(() => void forget('space'));

it.each([
  [10_000, 'enough', true, true],
  [256, 'enough', true, true],
  [255, 'low', false, true],
  [64, 'low', false, true],
  [63, 'very_low', false, false],
  [0, 'very_low', false, false],
])('with %i MB free there is %s room', async (megabytes, expected, mayBegin, mayChange) => {
  const ends = async (demand: Promise<void>) =>
    demand.then(
      () => true,
      (error: unknown) => error,
    );
  const refused = expect.objectContaining({ code: 'unavailable', status: 503, data: { reason: 'disk_full' } });
  expect(spaceOf(megabytes * mb)).toBe(expected);
  expect(await ends(demandSpace(free(megabytes)))).toEqual(mayBegin || refused);
  expect(await ends(demandWritable(free(megabytes)))).toEqual(mayChange || refused);
});

it('does not take a disk that cannot be read for a full one', async () => {
  expect(await space(() => Promise.reject(new Error('ENOSYS')))).toBe('enough');
});

it('reads the disk that DATA_DIR is on', async () => {
  expect(await freeSpace()).toBeGreaterThan(mb);
});
