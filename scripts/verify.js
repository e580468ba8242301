import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { folder, runners } from './verify/results.js';

/**
 * Every check, in the order in which a fault is cheapest to find; stops at none of them, so that one run tells all.
 * `npm test -- unit e2e` runs only those. What takes long is in `npm run test:long`, on the last build, and in
 * `npm run test:postgres`. Ends with `N passed, N failed`.
 */
const longestSeconds = { tests: 25 * 60, other: 5 * 60 };
const knowsTimeout = spawnSync('timeout', ['--version'], { stdio: 'ignore' }).status === 0;
/** Tests of what all teams share: outages, and what is due. They run by themselves, one file after the other. */
const shared = ['server/sweeps/**', 'server/outages/**', 'server/checks/every-code.test.ts'];
// Many measure time or kill processes, and a shared machine stalls at times: vitest tells what passed only the second time.
const again = process.env.CI ? '--retry=1' : '';
const besideOthers = [again, ...shared.map((files) => `--exclude '${files}'`)].join(' ');
const alone = `--no-file-parallelism ${again} ${shared.map((files) => files.replace('/**', '/')).join(' ')}`;
const onPostgres = 'npx tsx --conditions=react-server scripts/postgres.ts';
const steps = [
  { name: 'types', command: 'npm run -s types' },
  { name: 'lint', command: 'npm run -s lint' },
  { name: 'arch', command: 'npm run -s arch' },
  { name: 'unused', command: 'npm run -s unused' },
  { name: 'unit', command: `npx vitest run ${besideOthers} ${report('unit')}`, count: runners.vitest },
  { name: 'build', command: 'npm run -s build' },
  { name: 'browser', command: 'node scripts/browser.js' },
  { name: 'e2e', command: 'npx playwright test', count: runners.playwright, needs: ['build', 'browser'] },
  {
    name: 'shared',
    command: `npx vitest run ${alone} ${report('shared')}`,
    count: runners.vitest,
    onlyIfNamed: true,
  },
  { name: 'chaos', command: 'npm run -s chaos -- kill --cycles 3 --callbacks 10', onlyIfNamed: true },
  { name: 'chaos-stop', command: 'npm run -s chaos -- stop --cycles 2 --callbacks 10', onlyIfNamed: true },
  {
    name: 'chaos-memory',
    command: 'npm run -s chaos -- memory --cycles 1 --callbacks 12 --heap 160',
    onlyIfNamed: true,
  },
  { name: 'drill', command: 'npm run -s drill -- restore shutdown', onlyIfNamed: true },
  { name: 'full-disk', command: 'npm run -s drill -- full-disk', onlyIfNamed: true },
  {
    name: 'postgres',
    command: `env FUZZ_RUNS=120 ${onPostgres} ${besideOthers} ${report('postgres')}`,
    count: runners.vitest,
    onlyIfNamed: true,
  },
  {
    name: 'postgres-shared',
    command: `${onPostgres} ${alone} ${report('postgres-shared')}`,
    count: runners.vitest,
    onlyIfNamed: true,
  },
  { name: 'rolling', command: 'npm run -s drill -- rolling', onlyIfNamed: true },
  { name: 'chaos-postgres', command: 'npm run -s chaos -- postgres --cycles 4 --callbacks 10', onlyIfNamed: true },
  {
    name: 'soak',
    command: 'npm run -s soak -- --minutes 5 --rate 0.5 --database postgres',
    seconds: 8 * 60,
    onlyIfNamed: true,
  },
  {
    name: 'chaos-instances',
    command: 'npm run -s chaos -- instances --callbacks 20 --parallel 20',
    onlyIfNamed: true,
  },
];

const wanted = process.argv.slice(2);
const chosen = steps.filter(({ name, onlyIfNamed }) => (wanted.length ? wanted.includes(name) : !onlyIfNamed));
const failedSteps = new Set();
const told = [];
const total = { passed: 0, failed: 0, skipped: 0 };

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

for (const { name, command, count, seconds, onlyIfNamed, needs = [] } of chosen) {
  if (needs.some((other) => failedSteps.has(other))) {
    failedSteps.add(name);
    total.failed += 1;
    console.log(`\n── ${name}: not run, ${needs.join(' and ')} must pass first`);
    continue;
  }
  console.log(`\n── ${name}`);
  const started = Date.now();
  const longest = seconds ?? (count ? longestSeconds.tests : longestSeconds.other);
  let status = run(command, longest);
  // Drills and chaos begin anew by themselves; tests are tried again one by one.
  if (status !== 0 && process.env.CI && onlyIfNamed && !count) {
    console.log(`── ${name}: failed, tried once more`);
    status = run(command, longest);
  }
  const tally = count?.(name) ?? { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 };
  // A runner that failed without a failing test, or that ran none, has failed all the same.
  if ((status !== 0 && tally.failed === 0) || tally.passed + tally.failed === 0) tally.failed += 1;
  if (tally.failed > 0) failedSteps.add(name);
  told.push(...(tally.names ?? []).map((test) => `✘ failed: ${test}`));
  told.push(...(tally.again ?? []).map((test) => `✘ passed, but not the first time: ${test}`));
  for (const key of Object.keys(total)) total[key] += tally[key];
  console.log(`── ${name}: ${tally.failed ? 'FAILED' : 'ok'} in ${Math.round((Date.now() - started) / 1000)} s`);
}

if (told.length) console.log(`\n${told.join('\n')}`);
if (failedSteps.size) console.log(`\nFailed: ${[...failedSteps].join(', ')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}`);
process.exit(total.failed ? 1 : 0);

/** A step that hangs has failed: it is ended, with all that it began. */
function run(command, seconds) {
  return spawnSync(knowsTimeout ? `timeout --kill-after=30 ${seconds} ${command}` : command, {
    shell: true,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NO_COLOR: '1' },
  }).status;
}

function report(name) {
  return `--reporter=default --reporter=json --outputFile=${folder}/${name}.json`;
}
