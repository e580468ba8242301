import 'server-only';
import { randomBytes } from 'node:crypto';
import { StartError } from '@/server/start-error';

export type MasterKey = { id: string; key: Buffer };

export const makeKeysCommand = `node -p "'k1:' + crypto.randomBytes(32).toString('base64')"`;
export const makeAuthSecretCommand = `node -p "crypto.randomBytes(32).toString('base64')"`;

export const newMasterKey = (): string => `k1:${randomBytes(32).toString('base64')}`;

/** Reads `id:base64,id:base64`; the first is current. Errors never repeat what was given. */
export function parseMasterKeys(text: string): MasterKey[] {
  const keys = text.split(',').map((part) => parseMasterKey(part.trim()));
  const ids = keys.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice) throw new Error(`two keys are called "${twice}"`);
  return keys;
}

/** The one that wraps data keys from now on. */
export function currentOf([first]: MasterKey[]): MasterKey {
  if (!first) throw new StartError('ENCRYPTION_KEYS holds no key.');
  return first;
}

function parseMasterKey(part: string): MasterKey {
  const [, id, encoded] = /^([\w.-]{1,32}):([A-Za-z0-9+/_-]*={0,2})$/.exec(part) ?? [];
  if (id === undefined || encoded === undefined)
    throw new Error(`wants id:base64-of-32-bytes, comma-separated. Make one: ${makeKeysCommand}`);
  const key = Buffer.from(encoded, 'base64');
  if (key.length !== 32) throw new Error(`key "${id}" has ${key.length} bytes, not 32. Make one: ${makeKeysCommand}`);
  if (isSample(key)) throw new Error(`key "${id}" is a sample, not a secret. Make one: ${makeKeysCommand}`);
  return { id, key };
}

/** Zeros, repeated letters, 0 1 2 3 …: what gets pasted from documentation. Chance does not make these. */
function isSample(key: Buffer): boolean {
  const steps = new Set(key.map((byte, index) => byte - (key[index - 1] ?? 0)));
  return new Set(key).size < 12 || steps.size < 12;
}
