import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { databaseAddress } from './database-address';
import { parseEnv } from './env';
import { newMasterKey } from './master-keys';

describe('a database', () => {
  it.each([
    'postgresql://g@localhost/g',
    'postgresql://g:p@127.0.0.1:5433/g',
    'postgres://g@[::1]/g',
    'postgresql:///g',
    'postgresql://g@localhost/g?host=%2Fvar%2Frun%2Fpostgresql',
    'postgresql://g@%2Fvar%2Frun%2Fpostgresql/g',
    'postgresql://g@db.example.com/g?host=/run/postgresql',
  ])('on this machine is taken as it is: %s', (address) => expect(databaseAddress(address)).toBe(address));

  it.each(['require', 'verify-ca', 'verify-full', 'no-verify', 'prefer'])(
    'on another machine is taken with TLS: sslmode=%s',
    (mode) => {
      const address = `postgresql://g:p@db.example.com/g?pgbouncer=true&sslmode=${mode}`;
      expect(databaseAddress(address)).toBe(address);
    },
  );

  it('of compose.yaml is on no network', () => {
    const [, address = ''] = / DATABASE_URL: (\S+)/.exec(readFileSync('compose.yaml', 'utf8')) ?? [];
    const [folder] = /(?<==)\/.*/.exec(databaseAddress(address.replace(/\$\{.*?\}/, 'hunter2'))) ?? [];
    expect(folder).toBe('/var/run/postgresql');
  });

  it('on another machine is taken in the clear where that is written out', () => {
    const address = 'postgresql://g:p@postgres/g?sslmode=disable';
    expect(databaseAddress(address)).toBe(address);
  });

  it.each([
    'postgresql://g:hunter2@db.example.com/g',
    'postgresql://g:hunter2@10.0.0.8/g?pgbouncer=true',
    'postgresql://g:hunter2@[2001:db8::1]/g',
    'postgresql://g:hunter2@localhost/g?host=db.example.com',
    'postgresql://g:hunter2@db.example.com/g?ssl=0',
    'postgresql://g:hunter2@localhost.example.com/g?application_name=sslmode%3Ddisable',
  ])('on another machine without TLS is refused, with what to write: %s', (DATABASE_URL) => {
    const given = { DATABASE_URL, ENCRYPTION_KEYS: newMasterKey(), AUTH_SECRET: 'x'.repeat(32) };
    expect(() => parseEnv(given)).toThrow(/DATABASE_URL: names another machine.*sslmode=verify-full.*sslmode=disable/);
    expect(() => parseEnv(given)).not.toThrow('hunter2');
  });

  it('is refused where its certificates are not there, or nobody can read it, and no password is repeated', () => {
    const without = 'postgresql://g:hunter2@db.example.com/g?sslmode=verify-full&sslrootcert=/not/there.pem';
    expect(() => databaseAddress(without)).toThrow('names /not/there.pem, which cannot be read (ENOENT)');
    expect(() => databaseAddress('postgresql://g:hunter2@db:port/g')).toThrow(/^cannot be read as an address$/);
  });
});
