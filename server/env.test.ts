import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { parseEnv } from '@/server/env';
import { newMasterKey } from '@/server/master-keys';

const root = mkdtempSync(join(tmpdir(), 'grantboard-env-'));
let count = 0;
let DATA_DIR = '';
beforeEach(() => void (DATA_DIR = join(root, `${(count += 1)}`)));
afterAll(() => rmSync(root, { recursive: true }));

const given = () => ({ DATA_DIR, ENCRYPTION_KEYS: newMasterKey(), AUTH_SECRET: 'x'.repeat(32) });
const base64 = (bytes: number[]) => `k1:${Buffer.from(bytes).toString('base64')}`;

describe('parseEnv', () => {
  it('has defaults for all but the secrets, and takes empty for absent', () => {
    const parsed = parseEnv({ ...given(), PORT: '4000', DATABASE_URL: '' });
    expect(parsed.DATABASE_URL).toBeUndefined();
    expect(parsed).toMatchObject({
      APP_URL: 'http://localhost:4000',
      TIKTOK_API_URL: 'https://business-api.tiktok.com',
      TIKTOK_SANDBOX_URL: 'https://sandbox-ads.tiktok.com',
      LOG_LEVEL: 'info',
    });
  });

  it('names every variable at fault and repeats no value', () => {
    const wrong = { ...given(), PORT: 'http', AUTH_SECRET: 'hunter2', DATABASE_URL: 'mysql://root:hunter3@db' };
    expect(() => parseEnv(wrong)).toThrow(/PORT: .*\n.*DATABASE_URL: .*\n.*AUTH_SECRET: /);
    expect(() => parseEnv(wrong)).not.toThrow(/hunter/);
  });

  it.each([
    ['https://grants.example.com/', 'https://grants.example.com'],
    ['http://127.0.0.1:3000', 'http://127.0.0.1:3000'],
    ['http://[::1]:3000', 'http://[::1]:3000'],
  ])('takes %s as public address', (APP_URL, origin) => expect(parseEnv({ ...given(), APP_URL }).APP_URL).toBe(origin));

  it.each([
    'http://grants.example.com',
    'ftp://localhost',
    'https://a@example.com',
    'https://example.com/app',
    'example.com',
  ])('refuses %s as public address', (APP_URL) => expect(() => parseEnv({ ...given(), APP_URL })).toThrow('APP_URL'));

  it('lets TikTok have a path', () => {
    const TIKTOK_SANDBOX_URL = 'http://127.0.0.1:4010/sandbox/';
    expect(parseEnv({ ...given(), TIKTOK_SANDBOX_URL }).TIKTOK_SANDBOX_URL).toBe('http://127.0.0.1:4010/sandbox');
  });

  it('wants somebody whom its mail is from', () => {
    const SMTP_URL = 'smtp://grants:hunter2@mail.example.com:587';
    expect(() => parseEnv({ ...given(), SMTP_URL })).toThrow(/MAIL_FROM: must be given/);
    const MAIL_FROM = 'Grantboard <grants@example.com>';
    expect(parseEnv({ ...given(), SMTP_URL, MAIL_FROM })).toMatchObject({ SMTP_URL, MAIL_FROM });
    expect(() => parseEnv({ ...given(), SMTP_URL, MAIL_FROM: 'Grantboard' })).toThrow(/MAIL_FROM: wants/);
  });

  it('reads which group of the provider means which role, and names what it cannot read', () => {
    const provider = { OIDC_ISSUER: 'https://id.example.com/', OIDC_CLIENT_ID: 'g', OIDC_CLIENT_SECRET: 's' };
    const OIDC_GROUP_ROLES = 'acme/Ad ops=operator; acme//tiktok/admins=x=admin;';
    expect(parseEnv({ ...given(), ...provider, OIDC_GROUP_ROLES })).toMatchObject({
      OIDC_ISSUER: 'https://id.example.com',
      OIDC_GROUP_ROLES: [
        { team: 'acme', group: 'Ad ops', role: 'operator' },
        { team: 'acme', group: '/tiktok/admins=x', role: 'admin' },
      ],
    });
    for (const wrong of ['acme', 'acme/ops', 'acme/ops=boss', '/ops=admin', 'acme/=admin']) {
      expect(() => parseEnv({ ...given(), OIDC_GROUP_ROLES: wrong })).toThrow(/OIDC_GROUP_ROLES: wants/);
    }
    expect(() => parseEnv({ ...given(), OIDC_ISSUER: 'https://id.example.com' })).toThrow(/OIDC_ISSUER: .*together/);
    const plain = { ...provider, OIDC_ISSUER: 'http://id.example.com' };
    expect(() => parseEnv({ ...given(), ...plain })).toThrow(/OIDC_ISSUER: wants https/);
  });

  it('lets the operator go without https', () => {
    const insecure = {
      APP_URL: 'http://grants.internal',
      TIKTOK_API_URL: 'http://stand-in:4010',
      ALLOW_INSECURE_HTTP: '1',
    };
    expect(parseEnv({ ...given(), ...insecure })).toMatchObject({ APP_URL: 'http://grants.internal' });
  });

  it.each([
    ['nothing', 'k1'],
    ['no name', Buffer.alloc(32, 7).toString('base64')],
    ['a short key', base64(Array.from({ length: 16 }, (_, index) => index * 7))],
    ['a long key', base64(Array.from({ length: 33 }, (_, index) => index * 7))],
    ['zeros', base64(Array.from({ length: 32 }, () => 0))],
    ['0 1 2 3 …', base64(Array.from({ length: 32 }, (_, index) => index))],
    ['a sentence', base64([...Buffer.from('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa')])],
    ['a name twice', `${newMasterKey()},${newMasterKey()}`],
    ['no base64', 'k1:*******************************************='],
  ])('refuses %s as encryption key, with the command that makes one', (_, ENCRYPTION_KEYS) => {
    expect(() => parseEnv({ ...given(), ENCRYPTION_KEYS })).toThrow(/ENCRYPTION_KEYS: .*(node -p|called)/);
  });

  it('wants the secrets given together with DATABASE_URL', () => {
    const shared = { DATA_DIR, DATABASE_URL: 'postgresql://localhost/grantboard' };
    expect(() => parseEnv(shared)).toThrow(
      /ENCRYPTION_KEYS: must be given.*node -p.*\n.*AUTH_SECRET: must be given.*node -p/,
    );
    expect(existsSync(DATA_DIR)).toBe(false);
  });
});

it('migrates as somebody else only where there is a database to serve from', () => {
  const MIGRATE_DATABASE_URL = 'postgresql://owner:hunter2@db.example.com/g';
  expect(() => parseEnv({ ...given(), MIGRATE_DATABASE_URL })).toThrow(/MIGRATE_DATABASE_URL: is for migrating only/);
  const both = { ...given(), DATABASE_URL: 'postgresql://localhost/g', MIGRATE_DATABASE_URL };
  expect(() => parseEnv(both)).toThrow(/MIGRATE_DATABASE_URL: names another machine and no TLS/);
  expect(() => parseEnv(both)).not.toThrow('hunter2');
});

describe('the secrets of an embedded database', () => {
  it('are made once, for their owner only', () => {
    const first = parseEnv({ DATA_DIR });
    expect(parseEnv({ DATA_DIR })).toEqual(first);
    expect(first.ENCRYPTION_KEYS[0]?.key).toHaveLength(32);
    for (const name of ['encryption-keys', 'auth-secret']) {
      expect(statSync(join(DATA_DIR, name)).mode & 0o777).toBe(0o600);
    }
    expect(readFileSync(join(DATA_DIR, 'auth-secret'), 'utf8').trim()).toBe(first.AUTH_SECRET);
  });

  it('are not made again where there is a database', () => {
    parseEnv({ DATA_DIR });
    mkdirSync(join(DATA_DIR, 'database'));
    rmSync(join(DATA_DIR, 'encryption-keys'));
    expect(() => parseEnv({ DATA_DIR })).toThrow(/encryption-keys is missing/);
    expect(existsSync(join(DATA_DIR, 'encryption-keys'))).toBe(false);
  });

  it('are not written where others can read', () => {
    mkdirSync(DATA_DIR);
    chmodSync(DATA_DIR, 0o755);
    expect(() => parseEnv({ DATA_DIR })).toThrow(`chmod 700 ${DATA_DIR}`);
  });
});
