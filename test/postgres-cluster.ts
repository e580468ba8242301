import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

export type Cluster = {
  url: string;
  /** Both leave it as it is where that is how it is. */
  stop: (mode?: 'fast' | 'immediate') => void;
  start: () => void;
  /** Ends it as a crash would, and starts it again; what else this process does goes on meanwhile. */
  breakOff: (downMs: number) => Promise<void>;
  remove: () => void;
};

/** A PostgreSQL of our own, on a socket in a temporary folder; undefined where this machine has no PostgreSQL. */
export function postgresCluster(): Cluster | undefined {
  const programs = findPrograms();
  if (!programs) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'grantboard-postgres-'));
  const data = join(folder, 'data');
  const user = otherUser();
  if (user) chownSync(folder, user.uid, user.gid);
  const run = (program: string, ...args: string[]) =>
    void execFileSync(join(programs, program), args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'], ...user });
  const options = `-c listen_addresses='' -k ${folder}`;
  const toStart = ['start', '-w', '-s', '-D', data, '-l', join(folder, 'log'), '-o', options];
  const toStop = (mode: string) => ['stop', '-w', '-s', '-D', data, '-m', mode];
  let runs = false;
  const start = () => {
    if (!runs) run('pg_ctl', ...toStart);
    runs = true;
  };
  const stop = (mode = 'fast') => {
    if (runs) run('pg_ctl', ...toStop(mode));
    runs = false;
  };
  const breakOff = async (downMs: number) => {
    const pgCtl = (args: string[]) => promisify(execFile)(join(programs, 'pg_ctl'), args, { cwd: folder, ...user });
    await pgCtl(toStop('immediate'));
    await sleep(downMs);
    await pgCtl(toStart);
  };
  run('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync');
  start();
  return {
    url: `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`,
    start,
    stop,
    breakOff,
    remove: () => {
      stop('immediate');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** On the path, or where Debian keeps the programs that it leaves out of it. */
function findPrograms(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = tryTo(() => readdirSync(debian)) ?? [];
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ];
  return folders.find((folder) => spawnSync(join(folder, 'initdb'), ['--version']).status === 0);
}

/** PostgreSQL refuses to run as root. */
function otherUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (name: string, of: '-u' | '-g') =>
    Number(execFileSync('id', [of, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
  const found = ['postgres', 'nobody'].map((name) => tryTo(() => ({ uid: id(name, '-u'), gid: id(name, '-g') })));
  return found.find((user) => user !== undefined);
}

function tryTo<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
