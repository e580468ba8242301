import { beforeAll, expect, test } from 'vitest';
import { compareTimes } from '@/test/compare-times';
import { ask, type Kind, make, missingOf, setStage, type Stage } from '@/test/two-teams';

const pairs = Number(process.env.TIMING_PAIRS ?? 200);

let own: Stage;
let others: Stage;
beforeAll(async () => void ({ own, others } = await setStage()));

const kinds: Kind[] = ['connections', 'apps', 'authorizations', 'advertisers'];

test.each(kinds)(
  '%s: another team’s are denied in the same time as what never was',
  async (kind) => {
    const [theirs, none] = [await make[kind](others), missingOf(kind)];
    const denied = async (id: string) => {
      const { status } = await ask(own.owner, `GET /${kind}/${id}`, {});
      expect(status).toBe(404);
    };
    const { z, one, other, difference } = await compareTimes(
      pairs,
      () => denied(theirs),
      () => denied(none),
    );
    const medians = [one, other, difference].map((ms) => ms.toFixed(3)).join(', ');
    console.log(`${kind}: z = ${z.toFixed(2)} over ${pairs} pairs; theirs, none, difference: ${medians} ms`);
    expect(Math.abs(z)).toBeLessThan(4.5);
  },
  1_200_000,
);
