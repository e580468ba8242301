import type { Point } from './slope';

const oldSpace = /heap_space_size_used_bytes\{space="old"\} (\d+)/;

/** What a process says, at its /metrics, that its heap's old space holds: what is alive, and what was not collected yet. */
export async function aliveMb(metricsUrl: string): Promise<number> {
  const answer = await fetch(metricsUrl, { signal: AbortSignal.timeout(900) });
  return Number(oldSpace.exec(await answer.text())![1]) / 1e6;
}

/** The lowest of each of so many stretches: after a collection, only what is alive is left. */
export function lowest(points: Point[], stretches: number): Point[] {
  const length = Math.ceil(points.length / stretches);
  return Array.from({ length: stretches }, (_, n) => points.slice(n * length, (n + 1) * length))
    .filter((stretch) => stretch.length > 0)
    .map((stretch) => stretch.reduce((low, point) => (point[1] < low[1] ? point : low)));
}
