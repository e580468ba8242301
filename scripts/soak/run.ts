import { embeddedDatabase, postgresDatabase } from '@/scripts/chaos/database';
import { openStage } from '@/scripts/chaos/stage';
import { keepPace, type Tally } from './pace';
import { watchVitals } from './vitals';
import { teamsWork } from './works';

type Plan = { minutes: number; rate: number; onPostgres: boolean; enough: AbortSignal };
type Report = { rows: [string, string][]; held: boolean };

/** What is held to: the line through the memory may rise by a tenth of it, and no more descriptors than its pools have. */
const mostGrowth = 0.1;
const mostMoreDescriptors = 20;
/**
 * With all of a machine's memory, V8 lets garbage lie for hours, and a line through it tells nothing: with this heap, which
 * is twice what is alive, it is collected as it comes, and whatever is not let go of shows.
 */
const heap = { NODE_OPTIONS: '--max-old-space-size=320' };

/** One instance at its everyday work for a while: nothing fails, and it takes up no more at the end than at the beginning. */
export async function soak({ minutes, rate, onPostgres, enough }: Plan): Promise<Report> {
  const stage = await openStage(onPostgres ? await postgresDatabase() : embeddedDatabase);
  const { product } = await stage.start(heap);
  try {
    const works = await teamsWork(await stage.prepare(), rate);
    const watch = watchVitals(product.pid!);
    const tallies = await keepPace(works, { minutes, enough });
    const { rssMb, mbPerMinute, growth, descriptors, moreDescriptors } = watch.stop();
    const failures = tallies.flatMap((tally) => tally.failures);
    return {
      rows: [
        ...tallies.map(toRow),
        ['failed', [failures.length, ...new Set(failures)].slice(0, 4).join('; ')],
        ['memory after it had warmed up', `${rssMb.toFixed(0)} MB`],
        ['it grew by', `${mbPerMinute.toFixed(1)} MB a minute, ${(100 * growth).toFixed(1)} %`],
        ['descriptors, most', `${descriptors}, ${moreDescriptors} more than while it warmed up`],
      ],
      held: failures.length === 0 && growth < mostGrowth && moreDescriptors < mostMoreDescriptors,
    };
  } finally {
    await product.stop();
    await stage.close();
  }
}

function toRow({ name, done, ms }: Tally): [string, string] {
  const sorted = ms.toSorted((a, b) => a - b);
  const at = (part: number) => `${Math.round(sorted[Math.floor(sorted.length * part)] ?? 0)} ms`;
  return [name, `${done}; median ${at(0.5)}, p99 ${at(0.99)}`];
}
