import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@/scripts/free-port';
import { newMasterKey } from '@/server/master-keys';

const owner = { email: 'drill@example.com', password: 'nobody signs in with it' };

/** An installation of its own, with nothing in it. TikTok is an address where nobody listens. */
export async function newEnvironment(given: Record<string, string> = {}) {
  const port = await freePort(3780 + (process.pid % 200));
  return {
    PORT: String(port),
    APP_URL: `http://localhost:${port}`,
    DATABASE_URL: '',
    DATABASE_URL_FILE: '',
    DATA_DIR: mkdtempSync(join(tmpdir(), 'grantboard-drill-')),
    ENCRYPTION_KEYS: newMasterKey(),
    AUTH_SECRET: randomBytes(32).toString('base64'),
    OWNER_EMAIL: owner.email,
    OWNER_PASSWORD: owner.password,
    TIKTOK_API_URL: 'http://127.0.0.1:9',
    TIKTOK_PORTAL_URL: 'http://127.0.0.1:9',
    TIKTOK_SANDBOX_URL: 'http://127.0.0.1:9',
    LOG_LEVEL: 'error',
    ...given,
  };
}
export type Environment = Awaited<ReturnType<typeof newEnvironment>>;

export function demand(truth: boolean, what: string): void {
  if (!truth) throw new Error(`The drill failed: ${what}`);
}
