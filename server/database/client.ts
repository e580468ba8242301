import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import type { ITXClientDenyList } from '@prisma/client/runtime/client';
import { withEnd } from '@/server/database/after-transaction';
import { PrismaClient } from '@/server/database/generated/client';
import { databaseConnection, keepPool } from '@/server/database/connection';
import { ReservedPool } from '@/server/database/reserve';
import { sealedColumns } from '@/server/database/sealed-columns';
import { keepsStatements, statementNames } from '@/server/database/statement-name';
import { env } from '@/server/env';
import { log } from '@/server/log';
import { forget, lazy, shared } from '@/server/shared';

/** The database, the same for both kinds. Connects when first asked; sealed columns come only where they are named. */
export const db: Database = lazy(() => shared('database client', () => withEnds(client())));

const client = () => shared('client', connect);

type Client = ReturnType<typeof connect>;
type Options = Parameters<Client['$transaction']>[1];
/** Prisma's own type forgets, inside a transaction, which columns are omitted. */
export type Database = Omit<Client, '$transaction'> & {
  $transaction<Result>(work: (tx: Transaction) => Promise<Result>, options?: Options): Promise<Result>;
};
/** What `db.$transaction` hands to its function. Never call the network inside one: the embedded database waits. */
export type Transaction = Omit<Client, ITXClientDenyList | '$transaction'>;

function connect() {
  const adapter = new PrismaPg(keepPool(new ReservedPool(databaseConnection())), {
    disposeExternalPool: true,
    onPoolError: (error) => log.warn({ err: error }, 'A database connection was lost'),
    ...(keepsStatements(env().DATABASE_URL) && { statementNameGenerator: statementNames() }),
  });
  return new PrismaClient({
    adapter,
    omit: sealedColumns,
    errorFormat: 'minimal',
    transactionOptions: { maxWait: 10_000, timeout: 20_000 },
  });
}

function withEnds(client: Client): Database {
  const begin = client.$transaction.bind(client);
  const $transaction: Database['$transaction'] = (work, options) =>
    withEnd((inside) => begin((tx) => inside(tx as Transaction), options), work);
  const own: Record<string | symbol, unknown> = { $transaction };
  return new Proxy(client, {
    get: (target, key) => (key in own ? own[key] : (Reflect.get(target, key) as unknown)),
    set: (_, key, value) => Reflect.set(own, key, value),
  }) as Database;
}

/** Ends the connections; the next use makes new ones. */
export async function disconnect(): Promise<void> {
  forget('database client');
  await forget<Client>('client')?.$disconnect();
}
