import 'server-only';
import type { Actor } from '@/server/auth/actor';
import { openTwice } from '@/server/credentials/open-twice';
import { mayBeSecret } from '@/server/credentials/with-either-secret';
import { SecretTamperedError } from '@/server/credentials/secret-tampered-error';
import { log } from '@/server/log';
import { exchange, readExchangeReply } from '@/server/tiktok/exchange';
import { TikTokError } from '@/server/tiktok/tiktok-error';
import { TamperedError } from '@/server/vault/tampered-error';
import { openAttempt, type Claimed } from './attempt';
import { compareAuthorization } from './compare-authorization';
import { endTampered } from './end-tampered';
import type { Journal } from './journal';
import { keepToken } from './keep-token';
import { settleFailure } from './settle-failure';
import { waitForSecret } from './wait-for-secret';

/**
 * Trades the code of a claimed authorization, once. TikTok's answer is on the disk before it is read, and the token in
 * the database before anything else is asked of TikTok. A refusal settles the authorization; silence asks for a job.
 * @throws only what is ours (the database, say): the journal and the minute's resume carry on from there.
 */
export async function exchangeCode(actor: Actor, claimed: Claimed, journal: Journal): Promise<void> {
  const { id } = claimed;
  const attempt = await openTwice(async () => openAttempt(claimed)).catch(async (error: unknown) => {
    if (error instanceof SecretTamperedError) await waitForSecret(actor, id);
    else if (error instanceof TamperedError) await endTampered(actor, id);
    else throw error;
    return null;
  });
  if (!attempt) return;
  const { app } = attempt;
  let refused: TikTokError | undefined;
  for (const secret of [app.secret, app.priorSecret]) {
    if (secret === null) continue;
    try {
      const reply = await exchange(app.host, { appId: app.appId, secret }, attempt.code, {
        withAdvertisers: attempt.tries === 0,
      });
      await journal.keep(reply).catch((error) => goOnWithoutDisk(id, error));
      const exchanged = readExchangeReply(reply, [secret, attempt.code]);
      await keepToken(actor, id, exchanged);
      await journal.drop();
      if (attempt.reauthorizes) await compareAuthorization(actor, id);
      return;
    } catch (error) {
      if (!(error instanceof TikTokError)) throw error;
      const retired = secret !== app.priorSecret && app.priorSecret !== null;
      if (retired && mayBeSecret(error)) {
        refused = error;
        continue;
      }
      // Neither secret is taken: what was said of the one that is meant counts.
      await settleFailure(actor, attempt, refused && mayBeSecret(error) ? refused : error);
      if (error.data.tiktok.kind === 'refused') await journal.drop();
      return;
    }
  }
}

/** A disk that fails now must not cost the token: it is in our hands, and the database may be well. */
function goOnWithoutDisk(authorizationId: string, error: unknown): void {
  log.error({ authorizationId, err: error }, 'an answer of TikTok could not be written to the journal');
}
