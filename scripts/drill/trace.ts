import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

const options = ['-f', '-y', '-s', '16', '-e', 'trace=fdatasync,write,writev', '-e', 'signal=none'];

/** What a process flushes to the disk and writes to sockets, in order; undefined where there is no strace, or it may not. */
export async function traceOf(pid: number, file: string): Promise<{ stop: () => Promise<string[]> } | undefined> {
  const strace = spawn('strace', [...options, '-o', file, '-p', String(pid)], { stdio: ['ignore', 'ignore', 'pipe'] });
  const begun = await Promise.race([
    once(strace.stderr, 'data').then(([line]) => String(line).includes('attached')),
    once(strace, 'exit').then(() => false),
    once(strace, 'error').then(() => false),
  ]);
  if (!begun) return undefined;
  strace.stderr.resume();
  return {
    async stop() {
      strace.kill('SIGINT');
      await once(strace, 'exit');
      return readFileSync(file, 'utf8').split('\n');
    },
  };
}

/** How many answers with 303 there were, and before how many of them an answer of TikTok had been flushed to the disk. */
export function flushedBefore(lines: string[]): { redirects: number; flushed: number } {
  const count = { redirects: 0, flushed: 0 };
  const under = new Set<string>();
  let synced = false;
  for (const line of lines) {
    const [thread = ''] = line.split(' ');
    if (/fdatasync\(\d+<[^>]*\/journal\//.test(line)) {
      if (line.includes('unfinished')) under.add(thread);
      else synced ||= line.endsWith('= 0');
    } else if (line.includes('fdatasync resumed') && under.delete(thread)) synced ||= line.endsWith('= 0');
    else if (line.includes('"HTTP/1.1 303')) {
      count.redirects += 1;
      if (synced) count.flushed += 1;
      synced = false;
    }
  }
  return count;
}
