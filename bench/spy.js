// Loaded into Grantboard before anything else (node --import): writes down what its queries ask, for the floor to ask.
import { appendFileSync } from 'node:fs';
import pg from 'pg';

const file = process.env.BENCH_SPY;
const { query } = pg.Client.prototype;

pg.Client.prototype.query = function (config, ...rest) {
  const text = typeof config === 'string' ? config : config?.text;
  // The job engine has connections of its own, and goes on whether anybody asks or not.
  if (text && this.connectionParameters.application_name === 'grantboard') {
    const values = (Array.isArray(rest[0]) ? rest[0] : config.values) ?? [];
    appendFileSync(file, `${JSON.stringify({ text, values: values.map(plain) })}\n`);
  }
  return query.call(this, config, ...rest);
};

function plain(value) {
  return value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : value;
}
