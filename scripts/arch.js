import { spawnSync } from 'node:child_process';

/** Checks who imports whom, and refuses a run that saw nothing: a parser that cannot read TypeScript finds no fault either. */
const folders = [
  'contract',
  'lib',
  'components',
  'app',
  'server',
  'i18n',
  'simulator',
  'test',
  'e2e',
  'scripts',
  'bench',
];
const fewestModules = 150;

const run = spawnSync(
  'npx',
  ['depcruise', '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...folders],
  {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  },
);
if (!run.stdout) {
  console.error(run.stderr);
  process.exit(1);
}
const { summary } = JSON.parse(run.stdout);
for (const { rule, from, to } of summary.violations) console.error(`${rule.name}: ${from} → ${to}`);
console.log(
  `${summary.totalCruised} modules, ${summary.totalDependenciesCruised} imports, ${summary.violations.length} against the rules`,
);
if (summary.totalCruised < fewestModules) {
  console.error(`Only ${summary.totalCruised} modules were seen; at least ${fewestModules} were expected.`);
  process.exit(1);
}
process.exit(summary.violations.length ? 1 : 0);
