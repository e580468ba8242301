import type { Logger } from 'pino';
import { log } from '@/server/log';
import { shared } from '@/server/shared';

/** The logger that `log` stands for. A spy on `log` itself hears nothing. */
export function realLog(): Logger {
  void log.level;
  return shared<Logger>('log', () => {
    throw new Error('There is no logger yet.');
  });
}
