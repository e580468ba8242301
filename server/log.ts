import 'server-only';
import { pino, type Logger } from 'pino';
import { env } from '@/server/env';
import { redact } from '@/server/redact';
import { lazy, shared } from '@/server/shared';

/** JSON lines on standard output. Whatever is logged passes `redact` first. */
export const log: Logger = lazy(() =>
  shared('log', () =>
    pino({
      level: env().LOG_LEVEL,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      hooks: {
        logMethod(args, method) {
          const [first, ...rest] = args.map((argument) => redact(argument));
          method.apply(this, [args[0] instanceof Error ? { err: first } : first, ...rest] as typeof args);
        },
      },
    }),
  ),
);
