import { createWriteStream, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { startProduct } from '@/scripts/product';
import { socketFolder } from '@/server/database/socket-folder';
import { newMasterKey } from '@/server/master-keys';
import { openVault } from '@/server/vault/open';
import { startSimulator } from '@/simulator/server';
import { freshDatabase } from '@/test/fresh-database';
import { startMailServer } from '@/test/mail-server';
import { startOpenIdProvider } from '@/test/openid-provider';
import { openBackstage } from './backstage';
import { appUrl, backstagePort, mailPort, owner, planted, port, provider, serverLog, tiktokPort } from './facts';

/** What the journeys are played on: a TikTok, Grantboard as it is built, and a door behind both for the tests. */
const dataDir = mkdtempSync(join(tmpdir(), 'grantboard-e2e-'));
mkdirSync(dirname(serverLog), { recursive: true });
const log = createWriteStream(serverLog);
const tiktok = await startSimulator({ port: tiktokPort, settings: { rateLimits: 'count' } });
const mail = await startMailServer(mailPort);
const openId = await startOpenIdProvider(provider.port, {
  id: 'grantboard',
  secret: planted.openIdSecret,
  redirectUri: `${appUrl}/api/auth/callback/oidc`,
});
const postgres = process.env.E2E_DATABASE_URL ? await freshDatabase(process.env.E2E_DATABASE_URL) : undefined;

const environment = {
  PORT: String(port),
  APP_URL: appUrl,
  DATA_DIR: dataDir,
  DATABASE_URL: postgres?.url ?? '',
  ENCRYPTION_KEYS: `stage:${planted.masterKey},${newMasterKey()}`,
  AUTH_SECRET: planted.authSecret,
  OWNER_EMAIL: owner.email,
  OWNER_PASSWORD: owner.password,
  TIKTOK_API_URL: tiktok.url,
  TIKTOK_PORTAL_URL: tiktok.url,
  TIKTOK_SANDBOX_URL: tiktok.sandboxUrl,
  OIDC_ISSUER: openId.issuer,
  OIDC_CLIENT_ID: 'grantboard',
  OIDC_CLIENT_SECRET: planted.openIdSecret,
  OIDC_NAME: provider.name,
  OIDC_GROUP_ROLES: provider.groupRoles,
  SMTP_URL: mail.url,
  MAIL_FROM: 'Grantboard <grants@example.com>',
  LOG_LEVEL: 'trace',
};
const product = startProduct(environment, log);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void strike());
product.ready.catch(leave);
await product.ready;

const databaseUrl = postgres?.url ?? embeddedUrl();
Object.assign(process.env, environment, { DATABASE_URL: databaseUrl, DATABASE_POOL_SIZE: '2', LOG_LEVEL: 'warn' });
await openVault();
const backstage = openBackstage(
  backstagePort,
  { dataDir, databaseUrl },
  { mailTo: mail.mailTo, knowAtProvider: openId.put },
);
void product.ended.then(leave);

/** The embedded database is one process's alone; others reach it through that one's socket. */
function embeddedUrl(): string {
  return `postgresql://postgres@localhost/postgres?pgbouncer=true&host=${encodeURIComponent(socketFolder(dataDir))}`;
}

async function strike(): Promise<void> {
  backstage.close();
  await product.stop();
}

async function leave(): Promise<void> {
  await tiktok.close();
  await mail.close();
  await openId.close();
  await postgres?.close();
  rmSync(dataDir, { recursive: true, force: true });
  process.exit();
}
