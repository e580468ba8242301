import 'server-only';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import { shared } from '@/server/shared';

/** Everything that is measured. Labels are kinds of things, from short lists: never an id, a name or an address. */
export const metrics = () => shared('metrics', make);

function make() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: 'grantboard_' });
  return {
    registry,
    requests: new Histogram({
      name: 'grantboard_http_request_seconds',
      help: 'Requests answered, by what was asked for, and the time from their first byte to the last of the answer',
      labelNames: ['route', 'method', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    }),
    answers: new Counter({
      name: 'grantboard_tiktok_answers_total',
      help: 'What TikTok answered, by endpoint: ok, or the key of the failure',
      labelNames: ['endpoint', 'key'],
      registers,
    }),
    keysRefused: new Counter({
      name: 'grantboard_keys_refused_total',
      help: 'API keys refused as such, by why: unknown, revoked, expired, or brought from a wrong address',
      labelNames: ['because'],
      registers,
    }),
    jobs: new Counter({
      name: 'grantboard_jobs_total',
      help: 'Jobs ended in this process',
      labelNames: ['queue', 'ending'],
      registers,
    }),
    jobsWaiting: gauge('grantboard_jobs_waiting', 'Jobs that wait or will be tried again', ['queue']),
    connections: gauge('grantboard_connections', 'Connections of all teams that are not archived', ['state']),
    outages: gauge('grantboard_tiktok_outages', 'Hosts of TikTok that answer nobody: calls to them wait', ['host']),
    pool: gauge('grantboard_database_connections', 'Connections of this process to the database', ['use']),
    seals: gauge('grantboard_data_key_seals', 'Seals by the data key in use: rotate at 2^31, at 2^32 it refuses', []),
    free: gauge('grantboard_data_dir_free_bytes', 'Free space where DATA_DIR is', []),
  };

  function gauge(name: string, help: string, labelNames: string[]) {
    return new Gauge({ name, help, labelNames, registers });
  }
}
