import { processVitals } from '@/scripts/process-vitals';
import { aliveMb, lowest } from './alive';
import { slope, type Point } from './slope';

type Sample = { minute: number; rssMb: number; descriptors: number };
type Process = { pid: number; metricsUrl: string };

/** What a process takes up, every second until stopped (Linux: /proc), and how much of its heap is in use, as it says. */
export function watchVitals({ pid, metricsUrl }: Process) {
  const startedAt = performance.now();
  const minute = () => (performance.now() - startedAt) / 60_000;
  const samples: Sample[] = [];
  const heap: Point[] = [];
  const timer = setInterval(() => {
    samples.push({ minute: minute(), ...processVitals(pid) });
    // One that is not answered while the process is busy tells nothing.
    void aliveMb(metricsUrl)
      .then((mb) => heap.push([minute(), mb]))
      .catch(() => undefined);
  }, 1_000);
  return {
    stop(): Vitals {
      clearInterval(timer);
      return judge(samples, heap);
    },
  };
}

/** How much, and by what part of that a straight line through it rose. */
export type Growth = { mb: number; growth: number };

export type Vitals = {
  rss: Growth;
  /** What is alive: of the heap's old space, what each stretch of time came down to. */
  alive: Growth;
  descriptors: number;
  /** By how many the fewest rose. Much at once holds many for a while; what is never let go of shows in the fewest. */
  moreDescriptors: number;
};

/** Caches and the heap fill at first: two fifths of the time are not counted. */
const warmUp = 0.4;
const stretches = 6;

function judge(samples: Sample[], heap: Point[]): Vitals {
  const after = samples.slice(Math.floor(samples.length * warmUp));
  const half = Math.floor(after.length / 2);
  const fewest = (of: Sample[]) => Math.min(...of.map(({ descriptors }) => descriptors));
  return {
    rss: growthOf(after.map(({ minute, rssMb }) => [minute, rssMb])),
    alive: growthOf(lowest(heap.slice(Math.floor(heap.length * warmUp)), stretches)),
    descriptors: Math.max(...after.map(({ descriptors }) => descriptors)),
    moreDescriptors: fewest(after.slice(half)) - fewest(after.slice(0, half)),
  };
}

function growthOf(points: Point[]): Growth {
  const mb = points.reduce((sum, [, each]) => sum + each, 0) / points.length;
  const minutes = points.at(-1)![0] - points[0]![0];
  return { mb, growth: (slope(points) * minutes) / mb };
}
