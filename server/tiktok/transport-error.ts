import 'server-only';

const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_INVALID_ARG',
  'ERR_INVALID_URL',
]);
const handshake = /^(?:ERR_TLS_|ERR_SSL_|CERT_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_)/;
const timeouts = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']);

/** What went wrong below HTTP: `unreachable` is promised only where no byte of the request can have left. */
export function transportFailure(error: unknown): 'unreachable' | 'timeout' | 'cut_off' {
  const { code = '', syscall = '', name = '' } = asSystemError(error);
  if (neverSent.has(code) || handshake.test(code) || syscall === 'connect' || syscall === 'getaddrinfo')
    return 'unreachable';
  return timeouts.has(code) || name === 'TimeoutError' ? 'timeout' : 'cut_off';
}

function asSystemError(error: unknown): { code?: string; syscall?: string; name?: string } {
  const { code, syscall, name } = (error ?? {}) as Record<string, unknown>;
  return {
    code: typeof code === 'string' ? code : undefined,
    syscall: typeof syscall === 'string' ? syscall : undefined,
    name: typeof name === 'string' ? name : undefined,
  };
}
