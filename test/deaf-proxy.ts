import { connect, createServer, type AddressInfo, type NetConnectOpts } from 'node:net';
import pg from 'pg';

/** Stands before a PostgreSQL, and lets the answer to one COMMIT be lost together with its connection. */
export async function deafProxy(connectionString: string) {
  const { host, port } = new pg.Client({ connectionString });
  const target: NetConnectOpts = host.startsWith('/') ? { path: `${host}/.s.PGSQL.${port}` } : { host, port };
  let deaf = false;
  const server = createServer((client) => {
    const database = connect(target);
    client.pipe(database);
    database.on('data', (chunk) => {
      if (deaf && chunk.includes('COMMIT\0')) {
        deaf = false;
        return void client.destroy();
      }
      client.write(chunk);
    });
    database.on('close', () => client.destroy()).on('error', () => undefined);
    client.on('close', () => database.destroy()).on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(connectionString);
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  url.searchParams.delete('host');
  return {
    url: url.href,
    loseNextCommit: () => void (deaf = true),
    hasLost: () => !deaf,
    close: () => void server.close(),
  };
}
