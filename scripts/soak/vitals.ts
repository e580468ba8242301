import { readdirSync, readFileSync } from 'node:fs';

type Sample = { minute: number; rssMb: number; descriptors: number };

/** What a process takes up, every second until stopped (Linux: /proc). */
export function watchVitals(pid: number) {
  const startedAt = performance.now();
  const samples: Sample[] = [];
  const timer = setInterval(
    () => samples.push({ minute: (performance.now() - startedAt) / 60_000, ...vitals(pid) }),
    1_000,
  );
  return {
    stop(): Vitals {
      clearInterval(timer);
      return judge(samples);
    },
  };
}

function vitals(pid: number) {
  const rss = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return { rssMb: Number(rss) / 1024, descriptors: readdirSync(`/proc/${pid}/fd`).length };
}

export type Vitals = {
  rssMb: number;
  /** Of a straight line through what it took up after it had warmed up. */
  mbPerMinute: number;
  /** What that line says it grew by meanwhile, as a part of what it took up. */
  growth: number;
  descriptors: number;
  /** How many more than while it warmed up. */
  moreDescriptors: number;
};

/** Caches and the heap fill at first: two fifths of the time are not counted. */
const warmUp = 0.4;

function judge(samples: Sample[]): Vitals {
  const cut = Math.floor(samples.length * warmUp);
  const [before, after] = [samples.slice(0, cut), samples.slice(cut)];
  const rssMb = mean(after.map((sample) => sample.rssMb));
  const mbPerMinute = slope(after.map(({ minute, rssMb: mb }) => [minute, mb]));
  const minutes = after.at(-1)!.minute - after[0]!.minute;
  const most = (of: Sample[]) => Math.max(...of.map(({ descriptors }) => descriptors));
  return {
    rssMb,
    mbPerMinute,
    growth: (mbPerMinute * minutes) / rssMb,
    descriptors: most(after),
    moreDescriptors: most(after) - most(before),
  };
}

const mean = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

/** By least squares. */
function slope(points: [x: number, y: number][]): number {
  const [x, y] = [mean(points.map((point) => point[0])), mean(points.map((point) => point[1]))];
  const over = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  return over / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
}
