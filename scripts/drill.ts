import { drillFullDisk } from './drill/full-disk';
import { drillPowerCut } from './drill/power-cut';
import { drillRestore } from './drill/restore';
import { drillRolling } from './drill/rolling';
import { drillShutdown } from './drill/shutdown';

/** `npm run drill -- restore shutdown rolling full-disk power-cut`: what an operator does, done under load, and counted. */
const drills: Record<string, () => Promise<Record<string, number | string>>> = {
  restore: drillRestore,
  shutdown: drillShutdown,
  rolling: drillRolling,
  'full-disk': drillFullDisk,
  'power-cut': drillPowerCut,
};
const wanted = process.argv.slice(2);
const names = wanted.length ? wanted : Object.keys(drills);

for (const name of names) {
  const figures = await drills[name]?.();
  if (!figures) throw new Error(`There is no drill ${name}: ${Object.keys(drills).join(', ')}.`);
  console.log(`\n${name}`);
  for (const [what, figure] of Object.entries(figures)) console.log(`  ${what.padEnd(40)}${figure}`);
}
process.exit(0);
