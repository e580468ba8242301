import { Client, type Pool } from 'pg';

/** A step of how PostgreSQL went about a statement; rows are those of one of its turns. */
export type Step = {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: Step[];
};
export type Ran = { Plan: Step };

const settings = {
  session_preload_libraries: 'auto_explain',
  'auto_explain.log_min_duration': 0,
  'auto_explain.log_analyze': true,
  'auto_explain.log_timing': false,
  'auto_explain.log_format': 'json',
  'auto_explain.log_level': 'notice',
};

/** From now on new connections to the database say how each statement was gone about, in notices. Wants a superuser. */
export async function explainAll(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const name = client.escapeIdentifier(new URL(url).pathname.slice(1));
  // Else its settings are not known to be any.
  await client.query(`LOAD 'auto_explain'`);
  for (const [setting, value] of Object.entries(settings)) {
    await client.query(`ALTER DATABASE ${name} SET ${setting} = ${client.escapeLiteral(String(value))}`);
  }
  await client.end();
}

/** What `act` had the database do, through whichever connections of the pool. */
export async function watchPlans(pool: Pool, act: () => Promise<unknown>): Promise<Ran[]> {
  const ran: Ran[] = [];
  const listen = ({ message = '' }) => {
    const [, plan] = /^duration: .* plan:\n(.*)$/s.exec(message) ?? [];
    if (plan) ran.push(JSON.parse(plan) as Ran);
  };
  const watched = new Set<Client>();
  const watch = (client: unknown) => {
    if (!watched.has(client as Client)) (client as Client).on('notice', listen);
    watched.add(client as Client);
  };
  pool.on('acquire', watch);
  await act().finally(() => pool.off('acquire', watch));
  for (const client of watched) client.off('notice', listen);
  return ran;
}

export const stepsOf = (step: Step): Step[] => [step, ...(step.Plans ?? []).flatMap(stepsOf)];
