import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseEnv } from './env';
import { newMasterKey } from './master-keys';

const folder = mkdtempSync(join(tmpdir(), 'grantboard-secrets-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(name: string, content: string): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  chmodSync(file, 0o400);
  return file;
}

const secrets = {
  DATABASE_URL: 'postgresql://g:hunter2@localhost/g',
  MIGRATE_DATABASE_URL: 'postgresql://owner:hunter4@localhost/g',
  AUTH_SECRET: 'a'.repeat(40),
  OWNER_PASSWORD: 'the first one’s password',
  OIDC_CLIENT_SECRET: 'shared with the provider',
  SMTP_URL: 'smtp://grants:hunter3@mail.example.com:587',
  METRICS_TOKEN: 'm'.repeat(20),
  BACKUP_PASSPHRASE: 'twelve letters or more',
};
const plain = { OIDC_ISSUER: 'https://id.example.com', OIDC_CLIENT_ID: 'g', MAIL_FROM: 'g@example.com' };

describe('a secret', () => {
  it('is read from the file that is named for it, whichever it is', () => {
    const [current, earlier] = [newMasterKey(), newMasterKey().replace('k1', 'k0')];
    const files = Object.entries({ ...secrets, ENCRYPTION_KEYS: `${current},${earlier}` }).map(([name, content]) => [
      `${name}_FILE`,
      fileOf(name, `\n${content}\r\n`),
    ]);
    const parsed = parseEnv({ ...plain, ...(Object.fromEntries(files) as Record<string, string>) });
    expect(parsed).toMatchObject(secrets);
    expect(parsed.ENCRYPTION_KEYS.map(({ id }) => id)).toEqual(['k1', 'k0']);
  });

  it('is taken from its file where its own variable is empty, as a compose file leaves it', () => {
    const AUTH_SECRET_FILE = fileOf('auth', secrets.AUTH_SECRET);
    const given = { ENCRYPTION_KEYS: newMasterKey(), AUTH_SECRET: '', AUTH_SECRET_FILE };
    expect(parseEnv(given).AUTH_SECRET).toBe(secrets.AUTH_SECRET);
    expect(() => parseEnv({ ...given, METRICS_TOKEN_FILE: '' })).not.toThrow();
  });

  it('is refused where it is given twice, is not there or is empty, each named and none repeated', () => {
    const given = {
      AUTH_SECRET: 'hunter2'.repeat(6),
      AUTH_SECRET_FILE: fileOf('twice', 'hunter3'.repeat(6)),
      ENCRYPTION_KEYS_FILE: join(folder, 'not-there'),
      SMTP_URL_FILE: fileOf('empty', ' \n'),
      METRICS_TOKEN_FILE: folder,
    };
    expect(() => parseEnv(given)).toThrow(
      new RegExp(
        [
          'not complete:',
          `  ENCRYPTION_KEYS_FILE: ${given.ENCRYPTION_KEYS_FILE} cannot be read \\(ENOENT\\)`,
          '  AUTH_SECRET_FILE: stands beside AUTH_SECRET; give one of the two',
          `  SMTP_URL_FILE: ${given.SMTP_URL_FILE} is empty`,
          `  METRICS_TOKEN_FILE: ${folder} cannot be read \\(EISDIR\\)`,
        ].join('\\n'),
      ),
    );
    expect(() => parseEnv(given)).not.toThrow('hunter');
  });

  it('in a file is checked as one in a variable is', () => {
    const ENCRYPTION_KEYS_FILE = fileOf('short', 'k1:hunter2');
    expect(() => parseEnv({ ENCRYPTION_KEYS_FILE, AUTH_SECRET: 'x'.repeat(32) })).toThrow(
      /ENCRYPTION_KEYS: key "k1" has/,
    );
  });
});
