import { embeddedDatabase, postgresDatabase } from '@/scripts/chaos/database';
import { openStage } from '@/scripts/chaos/stage';
import { keepPace, type Tally } from './pace';
import { watchVitals, type Growth } from './vitals';
import { teamsWork } from './works';

type Plan = { minutes: number; rate: number; onPostgres: boolean; enough: AbortSignal };
type Report = { rows: [string, string][]; held: boolean };

/**
 * What is held to. What is alive may rise by a tenth; the whole process by a quarter, for it also holds garbage and what its
 * threads' allocators keep for the next time; and the fewest descriptors by no more than a pool has.
 */
const mostGrowth = { alive: 0.1, rss: 0.25 };
const mostMoreDescriptors = 10;
/** With all of a machine's memory at hand, V8 lets garbage lie for hours. */
const heap = { NODE_OPTIONS: '--max-old-space-size=320' };

/** One instance at its everyday work for a while: nothing fails, and it takes up no more at the end than at the beginning. */
export async function soak({ minutes, rate, onPostgres, enough }: Plan): Promise<Report> {
  const stage = await openStage(onPostgres ? await postgresDatabase() : embeddedDatabase);
  const { product } = await stage.start(heap);
  try {
    const works = await teamsWork(await stage.prepare(), rate);
    const watch = watchVitals({ pid: product.pid!, metricsUrl: `${stage.environment.APP_URL}/metrics` });
    const tallies = await keepPace(works, { minutes, enough });
    const { alive, rss, descriptors, moreDescriptors } = watch.stop();
    const failures = tallies.flatMap((tally) => tally.failures);
    return {
      rows: [
        ...tallies.map(toRow),
        ['failed', [failures.length, ...new Set(failures)].slice(0, 4).join('; ')],
        ['alive in its heap', toWords(alive)],
        ['memory of the process', toWords(rss)],
        ['descriptors, most', `${descriptors}; the fewest rose by ${moreDescriptors}`],
      ],
      held:
        failures.length === 0 &&
        alive.growth < mostGrowth.alive &&
        rss.growth < mostGrowth.rss &&
        moreDescriptors < mostMoreDescriptors,
    };
  } finally {
    await product.stop();
    await stage.close();
  }
}

const toWords = ({ mb, growth }: Growth) => `${mb.toFixed(0)} MB, ${(100 * growth).toFixed(1)} % more at the end`;

function toRow({ name, done, ms }: Tally): [string, string] {
  const sorted = ms.toSorted((a, b) => a - b);
  const at = (part: number) => `${Math.round(sorted[Math.floor(sorted.length * part)] ?? 0)} ms`;
  return [name, `${done}; median ${at(0.5)}, p99 ${at(0.99)}`];
}
