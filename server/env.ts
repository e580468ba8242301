import 'server-only';
import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { z } from 'zod';
import { databaseAddress } from '@/server/database-address';
import { localSecret } from '@/server/local-secret';
import { makeAuthSecretCommand, makeKeysCommand, newMasterKey, parseMasterKeys } from '@/server/master-keys';
import { parseGroupRoles } from '@/server/oidc-settings';
import { secureAddress, secureOrigin } from '@/server/origin';
import { withSecretFiles } from '@/server/secret-files';
import { StartError } from '@/server/start-error';

const flag = z
  .enum(['0', '1'])
  .default('0')
  .transform((value) => value === '1');
const whole = (min: number, max: number) =>
  z.string().regex(/^\d+$/, 'wants a whole number').transform(Number).pipe(z.number().min(min).max(max));

const postgres = z.string().regex(/^postgres(ql)?:\/\//, 'wants postgresql://user:password@host/database');

const variables = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  PORT: whole(1, 65_535).default(3000),
  APP_URL: z.string().optional(),
  ALLOW_INSECURE_HTTP: flag,
  TRUSTED_PROXY_HOPS: whole(0, 10).default(0),
  DATABASE_URL: postgres.optional(),
  MIGRATE_DATABASE_URL: postgres.optional(),
  DATABASE_POOL_SIZE: whole(1, 500).default(10),
  DATA_DIR: z
    .string()
    .default('./data')
    .transform((path) => resolve(path)),
  ENCRYPTION_KEYS: z.string().optional(),
  AUTH_SECRET: z.string().min(32, `wants at least 32 characters: ${makeAuthSecretCommand}`).optional(),
  TIKTOK_API_URL: z.string().default('https://business-api.tiktok.com'),
  TIKTOK_PORTAL_URL: z.string().default('https://business-api.tiktok.com'),
  TIKTOK_SANDBOX_URL: z.string().default('https://sandbox-ads.tiktok.com'),
  OWNER_EMAIL: z.email().optional(),
  OWNER_PASSWORD: z.string().optional(),
  OIDC_ISSUER: z.string().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().default('OpenID Connect'),
  OIDC_SCOPE: z
    .string()
    .regex(/(^| )openid( |$)/, 'wants openid among its scopes')
    .default('openid email profile'),
  OIDC_GROUPS_CLAIM: z.string().default('groups'),
  OIDC_GROUP_ROLES: z.string().optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'wants smtp://… or smtps://…')
    .refine((url) => URL.canParse(url), 'wants smtp://user:password@host:port')
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n<>@]*<?[^\s<>@]+@[^\s<>@]+>?$/, 'wants an address such as Grantboard <grants@example.com>')
    .optional(),
  API_KEY_REQUESTS_PER_MINUTE: whole(1, 1_000_000).default(6_000),
  METRICS_TOKEN: z.string().min(16, 'wants at least 16 characters').optional(),
  BACKUP_PASSPHRASE: z.string().optional(),
  LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
});
type Variables = z.infer<typeof variables>;

const configuration = variables.transform((given, context) => {
  const read = <T>(name: keyof Variables, make: () => T): T => {
    try {
      return make();
    } catch (error) {
      if (error instanceof StartError) throw error;
      context.addIssue({ code: 'custom', path: [name], message: (error as Error).message });
      return z.NEVER;
    }
  };
  const tiktok = (name: 'TIKTOK_API_URL' | 'TIKTOK_PORTAL_URL' | 'TIKTOK_SANDBOX_URL') =>
    read(name, () => secureAddress(given[name], given.ALLOW_INSECURE_HTTP));
  const database = (name: 'DATABASE_URL' | 'MIGRATE_DATABASE_URL') =>
    read(name, () => (given[name] === undefined ? undefined : databaseAddress(given[name])));
  if (given.MIGRATE_DATABASE_URL && !given.DATABASE_URL) {
    const message = 'is for migrating only: DATABASE_URL says as whom to serve';
    context.addIssue({ code: 'custom', path: ['MIGRATE_DATABASE_URL'], message });
  }
  if (given.SMTP_URL && !given.MAIL_FROM) {
    context.addIssue({ code: 'custom', path: ['MAIL_FROM'], message: 'must be given together with SMTP_URL' });
  }
  const ofProvider = [given.OIDC_ISSUER, given.OIDC_CLIENT_ID, given.OIDC_CLIENT_SECRET].filter(Boolean).length;
  if (ofProvider % 3 !== 0) {
    const message = 'OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET come together';
    context.addIssue({ code: 'custom', path: ['OIDC_ISSUER'], message });
  }
  return {
    ...given,
    DATABASE_URL: database('DATABASE_URL'),
    MIGRATE_DATABASE_URL: database('MIGRATE_DATABASE_URL'),
    OIDC_ISSUER: read('OIDC_ISSUER', () =>
      given.OIDC_ISSUER === undefined ? undefined : secureAddress(given.OIDC_ISSUER, given.ALLOW_INSECURE_HTTP),
    ),
    OIDC_GROUP_ROLES: read('OIDC_GROUP_ROLES', () => parseGroupRoles(given.OIDC_GROUP_ROLES ?? '')),
    APP_URL: read('APP_URL', () =>
      secureOrigin(given.APP_URL ?? `http://localhost:${given.PORT}`, given.ALLOW_INSECURE_HTTP),
    ),
    TIKTOK_API_URL: tiktok('TIKTOK_API_URL'),
    TIKTOK_PORTAL_URL: tiktok('TIKTOK_PORTAL_URL'),
    TIKTOK_SANDBOX_URL: tiktok('TIKTOK_SANDBOX_URL'),
    ENCRYPTION_KEYS: read('ENCRYPTION_KEYS', () => parseMasterKeys(given.ENCRYPTION_KEYS ?? ownKeys(given))),
    AUTH_SECRET: read('AUTH_SECRET', () => given.AUTH_SECRET ?? ownAuthSecret(given)),
  };
});

export type Env = z.output<typeof configuration>;

let known: Env | undefined;

/** The configuration. The one place that reads the environment, and not before it is asked: `next build` has none. */
export function env(): Env {
  return (known ??= parseEnv(process.env));
}

/** Throws a StartError that names every variable at fault and repeats none of their values, but for names of files. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const { given, problems } = withSecretFiles(source);
  if (problems.length > 0) throw notComplete(problems);
  const named = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
  const { success, data, error } = configuration.safeParse(named);
  if (success) return data;
  throw notComplete(error.issues);
}

function notComplete(problems: { path: PropertyKey[]; message: string }[]): StartError {
  const lines = problems.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
  return new StartError(['The configuration is not complete:', ...lines].join('\n'));
}

function ownKeys({ DATABASE_URL, DATA_DIR }: Variables): string {
  if (DATABASE_URL) throw new Error(`must be given together with DATABASE_URL. Make one: ${makeKeysCommand}`);
  return localSecret(DATA_DIR, 'encryption-keys', newMasterKey);
}

function ownAuthSecret({ DATABASE_URL, DATA_DIR }: Variables): string {
  if (DATABASE_URL) throw new Error(`must be given together with DATABASE_URL. Make one: ${makeAuthSecretCommand}`);
  return localSecret(DATA_DIR, 'auth-secret', () => randomBytes(32).toString('base64'));
}
