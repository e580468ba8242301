import { parseArgs } from 'node:util';
import { soak } from './soak/run';

/**
 * `npm run soak -- --minutes 120 --database postgres`: the everyday load of a team on one instance. Ends with 1 if
 * anything failed or the process took up more and more; Ctrl-C ends it early, with the table.
 */
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '5' },
    rate: { type: 'string', default: '1' },
    database: { type: 'string', default: 'embedded' },
  },
});
const enough = new AbortController();
process.once('SIGINT', () => enough.abort());

const { rows, held } = await soak({
  minutes: Number(values.minutes),
  rate: Number(values.rate),
  onPostgres: values.database === 'postgres',
  enough: enough.signal,
});
console.log(rows.map(([name, figure]) => `${name.padEnd(36)}${figure}`).join('\n'));
console.log(held ? 'It held.' : 'IT DID NOT HOLD.');
process.exit(held ? 0 : 1);
