import 'server-only';
import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';
import { longestPassword as longest, shortestPassword as shortest } from '@/contract/password-words';
import { isCommonPassword } from '@/server/auth/common-passwords';
import { AppError } from '@/server/errors';
import { shared } from '@/server/shared';

/** Argon2id with 19 MiB, 2 passes, 1 lane (OWASP); `hash` salts by itself. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Node has four threads for such work and for the disk: one is left for what TikTok answered. */
const atOnce = Math.min(3, availableParallelism());

/** @throws AppError invalid_input for a password too short, longer than is ever hashed, or one that many use. */
export async function hashPassword(password: string): Promise<string> {
  if (!isHashable(password) || [...password].length < shortest) {
    throw unfit(`A password has ${shortest} characters or more, and at most ${longest} bytes.`);
  }
  if (await isCommonPassword(canonical(password))) {
    throw unfit('This password is among the first that are tried. Choose another.', 'common_password');
  }
  return inTurn(() => hash(canonical(password), cost));
}

function unfit(message: string, reason?: string): AppError {
  return new AppError('invalid_input', message, { data: { field: 'password', ...(reason && { reason }) } });
}

/** Takes as long for an account that does not exist (or has no password) as for one that does. */
export async function isPassword(password: string, passwordHash: string | null | undefined): Promise<boolean> {
  if (!isHashable(password)) return false;
  const right = await inTurn(async () => verify(passwordHash ?? (await nobodysHash()), canonical(password)));
  return right && typeof passwordHash === 'string';
}

/** However a keyboard composes its accents and kana, the password is the same. */
const canonical = (password: string): string => password.normalize('NFKC');

const isHashable = (password: string): boolean =>
  password.length <= longest && Buffer.byteLength(canonical(password)) <= longest;

const nobodysHash = (): Promise<string> => shared('nobodys-hash', () => hash('', cost));

const turns = () => shared('password-turns', () => ({ running: 0, waiting: [] as (() => void)[] }));

/** Each hash takes 19 MiB and a thread: many sign-ins at once wait instead of starving everything else. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const queue = turns();
  if (queue.running >= atOnce) await new Promise<void>((resolve) => queue.waiting.push(resolve));
  else queue.running += 1;
  try {
    return await work();
  } finally {
    const next = queue.waiting.shift();
    if (next) next();
    else queue.running -= 1;
  }
}
