import 'server-only';
import { systemActor } from '@/server/auth/actor';
import { isDatabaseUnavailable } from '@/server/database/unavailable';
import { AppError } from '@/server/errors';
import { log } from '@/server/log';
import { shared } from '@/server/shared';
import { readExchangeReply } from '@/server/tiktok/exchange';
import { resumeInterrupted } from './interrupted';
import { dropReply, keptReplies, setReplyAside } from './journal';
import { keepToken } from './keep-token';

const pauseMs = 2_000;

/**
 * TikTok's answers that are on this disk and not yet in the database become tokens: at boot, before anything is served,
 * and every minute before an interrupted exchange is tried again, for its code would be found spent.
 */
export async function drainJournal(): Promise<void> {
  for (const { file, authorizationId, teamId, reply } of await keptReplies()) {
    try {
      await keepToken(systemActor(teamId, 'Resuming after an interruption'), authorizationId, readExchangeReply(reply));
      await dropReply(file);
    } catch (error) {
      if (isDatabaseUnavailable(error)) throw error;
      if (!(error instanceof AppError)) {
        log.error(
          { authorizationId, err: error },
          'a kept answer of TikTok could not be saved; the next minute tries again',
        );
        continue;
      }
      // Not readable now: it stays sealed on the disk, for a version that can read it.
      await setReplyAside(file);
      log.warn({ authorizationId, error: error.message }, 'a kept answer of TikTok cannot be used');
    }
  }
}

/** Drains it again and again until the database takes everything: it may have been down when an answer came. */
export function drainSoon(): void {
  shared('journal drain', () => ({ timer: undefined as NodeJS.Timeout | undefined })).timer ??= setTimeout(
    drain,
    pauseMs,
  );
}

async function drain(): Promise<void> {
  const waiting = shared('journal drain', () => ({ timer: undefined as NodeJS.Timeout | undefined }));
  waiting.timer = undefined;
  try {
    await drainJournal();
    await resumeInterrupted();
  } catch {
    drainSoon();
  }
}
