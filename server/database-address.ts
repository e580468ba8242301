import 'server-only';
import pg from 'pg';
import { isLoopback } from '@/server/origin';

/**
 * The address of a database, as it was given. Every token and every row goes there: another machine is spoken to by TLS,
 * unless the address itself says that the network in between may be read. Whether there is TLS says pg, which will
 * connect: it reads more than `sslmode`.
 */
export function databaseAddress(address: string): string {
  const { host, ssl } = reachedBy(address);
  if (ssl || isThisMachine(host) || /[?&]sslmode=disable(&|$)/.test(address)) return address;
  throw new Error(
    'names another machine and no TLS. Add sslmode=verify-full (and sslrootcert=/path/ca.pem, where its authority is ' +
      'your own), or sslmode=disable where nobody else is on the network in between',
  );
}

function reachedBy(connectionString: string) {
  try {
    return new pg.Client({ connectionString });
  } catch (cause) {
    // Only what says that a file of certificates is not there can be told: anything else may repeat a password.
    const { code, path } = cause as NodeJS.ErrnoException;
    const reason = path ? `names ${path}, which cannot be read (${code})` : 'cannot be read as an address';
    throw new Error(reason, { cause });
  }
}

const isThisMachine = (host: string): boolean =>
  host.startsWith('/') || isLoopback(host.includes(':') ? `[${host}]` : host);
