import { parseArgs } from 'node:util';
import { chaosBusy } from './chaos/busy';
import { embeddedDatabase, postgresDatabase } from './chaos/database';
import { chaosInstances } from './chaos/instances';
import { chaosKill } from './chaos/kill';
import { chaosMemory } from './chaos/memory';
import type { Plan } from './chaos/plan';
import type { Report } from './chaos/report';
import { chaosPostgres } from './chaos/restarts';
import { chaosRotation } from './chaos/rotation';
import { sizes, type SizeName } from './load/size';

/**
 * `npm run chaos -- kill --database postgres --cycles 100 --seed 7`: does to Grantboard under load what must not lose a
 * token, and counts. `kill` ends it with `kill -9`, `stop` with SIGTERM, `memory --heap 96` lets it run out of so many
 * megabytes, `busy --size L` has 200 people sign in at once and files exported, `postgres` breaks off its PostgreSQL,
 * `instances` sends the same callbacks to two of it at once, `rotation --size L` ends who rotates the data keys. Ends with
 * 1 where a promise was not kept; Ctrl-C ends it early, with the table.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    database: { type: 'string', default: 'embedded' },
    cycles: { type: 'string', default: '30' },
    callbacks: { type: 'string', default: '20' },
    parallel: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    heap: { type: 'string', default: '96' },
    size: { type: 'string', default: 'S' },
  },
});

const database = async () => (values.database === 'postgres' ? postgresDatabase() : embeddedDatabase);
const kinds: Record<string, (plan: Plan) => Promise<Report>> = {
  kill: async (plan) => chaosKill(plan, await database()),
  stop: async (plan) => chaosKill(plan, await database(), 'stop'),
  memory: async (plan) => chaosMemory(plan, await database()),
  busy: async (plan) => chaosBusy(plan, await database()),
  postgres: chaosPostgres,
  instances: chaosInstances,
  rotation: chaosRotation,
};
const [kind = 'kill'] = positionals;
const run = kinds[kind];
if (!run) throw new Error(`There is no chaos ${kind}: ${Object.keys(kinds).join(', ')}.`);

const [cycles, callbacks, parallel, seed] = [values.cycles, values.callbacks, values.parallel, values.seed].map(Number);
if (!(values.size in sizes)) throw new Error(`There is no size ${values.size}.`);
const enough = new AbortController();
process.once('SIGINT', () => enough.abort());
console.log(`${kind}, seed ${seed}`);
const { rows, held } = await run({
  size: values.size as SizeName,
  ...{ cycles: cycles!, callbacks: callbacks!, parallel: parallel!, seed: seed!, heapMb: Number(values.heap) },
  onCycle: (line) => console.log(`  ${line}`),
  enough: enough.signal,
});
console.log(rows.map(([name, figure]) => `${name.padEnd(36)}${figure}`).join('\n'));
console.log(held ? 'Nothing was lost.' : 'A PROMISE WAS NOT KEPT.');
process.exit(held ? 0 : 1);
