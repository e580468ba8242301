import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A program of test/programs in a process of its own, with an environment of its own, and the lines it prints. */
export function startProgram(name: string, env: Record<string, string>) {
  const args = ['--import', 'tsx', '--conditions=react-server', `test/programs/${name}.ts`];
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, args, {
    env: { NODE_ENV: 'test', PATH, HOME, LOG_LEVEL: 'silent', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  const waiting: { pattern: RegExp; resolve: (line: string) => void }[] = [];
  createInterface(child.stdout).on('line', (line) => {
    lines.push(line);
    waiting.filter(({ pattern }) => pattern.test(line)).forEach(({ resolve }) => resolve(line));
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return {
    pid: child.pid,
    lines,
    ended,
    line: (pattern: RegExp) =>
      new Promise<string>((resolve, reject) => {
        const printed = lines.find((line) => pattern.test(line));
        if (printed) return resolve(printed);
        waiting.push({ pattern, resolve });
        void ended.then(() => reject(new Error(`ended without ${pattern}: ${lines.join(' | ')}`)));
      }),
    kill: async (signal: NodeJS.Signals = 'SIGKILL') => {
      child.kill(signal);
      await ended;
    },
  };
}
