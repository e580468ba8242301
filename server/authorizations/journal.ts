import 'server-only';
import { readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { RawReply } from '@/server/tiktok/send';
import { seal, unseal } from '@/server/vault/seal';
import { isOurs, journalFolder, openSheet } from './journal-sheets';

/**
 * Where TikTok's answer to an exchange is kept, sealed and flushed to the disk, before anybody reads it: from the
 * moment TikTok answers, the token exists here and nowhere else. It is wiped once its token is saved.
 */
const aside = '.unread';
const abandonedAfterMs = 10 * 60_000;
const placeOf = (teamId: string, id: string) => ({ table: 'Authorization', column: 'journal', teamId, rowId: id });

export type Journal = {
  /** Returns once the answer is on the disk. */
  keep(reply: RawReply): Promise<void>;
  /** The token is saved, or there was none: the answer is no longer needed. */
  drop(): Promise<void>;
  close(): Promise<void>;
};

/** Takes its room on the disk before the code is spent: a full or read-only one is found while the code still works. */
export async function openJournal(teamId: string, id: string): Promise<Journal> {
  const sheet = await openSheet();
  let needed = false;
  return {
    async keep({ httpStatus, body, cut }) {
      const text = JSON.stringify({ httpStatus, body: Buffer.from(body).toString('base64'), cut });
      const sealed = Buffer.from(seal(text, placeOf(teamId, id))).toString('base64');
      needed = true;
      await sheet.write(Buffer.from(`${JSON.stringify({ teamId, id, sealed })}\n`));
    },
    async drop() {
      needed = false;
    },
    close: () => (needed ? sheet.handOver() : sheet.putBack()),
  };
}

export type KeptReply = { file: string; authorizationId: string; teamId: string; reply: RawReply };

/** The answers that no saved token has cleared away. A file that a crash left without one is removed. */
export async function keptReplies(): Promise<KeptReply[]> {
  const files = (await readdir(journalFolder()).catch(() => [])).filter((file) => !file.endsWith(aside));
  const replies = await Promise.all(files.filter((file) => !isOurs(file)).map(readReply));
  return replies.filter((reply) => reply !== null);
}

async function readReply(file: string): Promise<KeptReply | null> {
  try {
    const kept = await readFile(join(journalFolder(), file), 'utf8');
    if (/^\0*$/.test(kept)) return await dropAbandoned(file);
    // An earlier version named the file by its authorization.
    const { teamId, id = file.split('.')[0]!, sealed } = JSON.parse(kept.replace(/\n[^]*$/, '')) as Kept;
    const text = unseal(Buffer.from(sealed, 'base64'), placeOf(teamId, id));
    const { httpStatus, body, cut } = JSON.parse(text) as { httpStatus: number; body: string; cut?: RawReply['cut'] };
    return { file, authorizationId: id, teamId, reply: { httpStatus, body: Buffer.from(body, 'base64'), cut } };
  } catch {
    return null;
  }
}

type Kept = { teamId: string; id?: string; sealed: string };

/** Not at once: another process may be waiting for TikTok, about to write into it. */
async function dropAbandoned(file: string): Promise<null> {
  const { mtimeMs } = await stat(join(journalFolder(), file));
  if (Date.now() - mtimeMs > abandonedAfterMs) await dropReply(file);
  return null;
}

/** Keeps an answer that cannot be read out of the way. */
export async function setReplyAside(file: string): Promise<void> {
  await rename(join(journalFolder(), file), join(journalFolder(), file + aside));
}

export async function dropReply(file: string): Promise<void> {
  await rm(join(journalFolder(), file), { force: true });
}
