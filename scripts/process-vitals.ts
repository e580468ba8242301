import { readdirSync, readFileSync } from 'node:fs';

/** What a process takes up now (Linux: /proc). */
export function processVitals(pid: number): { rssMb: number; descriptors: number } {
  const rss = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return { rssMb: Number(rss) / 1024, descriptors: readdirSync(`/proc/${pid}/fd`).length };
}
