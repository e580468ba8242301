import 'server-only';

const secretName =
  /secret|password|passphrase|token|cookie|credential|sealed|pasted|api_?key|auth_?code|encryption_?key|^authorization$|^state$/i;
const query = /([/\w.-])\?[^\s"'<>]+/g;
const bearer = /\b(Bearer|Basic)\s+[\w.~+/=-]+/gi;
/** Keys of ours: server/auth/api-key.ts. */
const apiKey = /\bgb_[0-9A-Za-z]{8}[0-9A-Za-z]*/g;
const deepest = 6;

/**
 * A copy that may be logged: values under secret-sounding names are gone, addresses have lost their query (TikTok puts
 * codes and secrets there), errors keep name, code, message and stack only.
 */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string')
    return value.replace(query, '$1?[redacted]').replace(bearer, '$1 [redacted]').replace(apiKey, 'gb_[redacted]');
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Error) return redactError(value, depth);
  if (value instanceof Date) return value;
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (depth >= deepest) return '[…]';
  if (value instanceof URL) return redact(value.href, depth);
  if (Array.isArray(value)) return value.slice(0, 100).map((item) => redact(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, held]) => [name, isSecret(name, held) ? '[redacted]' : redact(held, depth + 1)]),
  );
}

function redactError(error: Error, depth: number): Record<string, unknown> {
  const { name, code, cause } = error as Error & { code?: unknown };
  // Prisma repeats the values of a query that it rejects, in message and stack.
  const rejected = name === 'PrismaClientValidationError';
  return {
    name,
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    message: redact(rejected ? error.message.trim().split('\n').at(-1) : error.message),
    ...(rejected ? {} : { stack: redact(error.stack) }),
    ...(cause === undefined || depth >= deepest ? {} : { cause: redact(cause, depth + 1) }),
  };
}

/** The state of a connection is one short word, the `state` of an authorization is long and opens a door. */
function isSecret(name: string, value: unknown): boolean {
  if (!secretName.test(name)) return false;
  if (value === null || value === undefined || typeof value === 'boolean' || typeof value === 'number') return false;
  return !(/^state$/i.test(name) && typeof value === 'string' && value.length < 20);
}
