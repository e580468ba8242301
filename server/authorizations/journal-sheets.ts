import 'server-only';
import { randomBytes } from 'node:crypto';
import { mkdir, open, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { env } from '@/server/env';
import { shared } from '@/server/shared';

/**
 * The files of the journal. Each has its room on the disk from the start and is used again and again: making one and
 * flushing it costs several times what flushing into one that is there does.
 */
export type Sheet = {
  /** Returns once the bytes are on the disk, in place of any before. */
  write(bytes: Buffer): Promise<void>;
  /** Nothing on it is needed any more. */
  putBack(): Promise<void>;
  /** What is on it stays, for the next drain. */
  handOver(): Promise<void>;
};

type Open = { name: string; file: FileHandle };

/** More than the answer of a user with thousands of ad accounts takes up. */
const reservedBytes = 64 * 1024;
const mostSpare = 32;
const blank = Buffer.alloc(reservedBytes);
const spare = () => shared('spare journal sheets', () => [] as Open[]);
const ours = () => shared('journal sheets', () => new Set<string>());

export const journalFolder = () => join(env().DATA_DIR, 'journal');

/** Those that this process has open: it clears them itself. */
export const isOurs = (name: string): boolean => ours().has(name);

/** @throws where the disk is full or read-only. */
export async function openSheet(): Promise<Sheet> {
  const sheet = (await takeSpare()) ?? (await makeSheet());
  let used = 0;
  return {
    async write(bytes) {
      used = Math.max(used, bytes.length);
      await writeFromStart(sheet.file, bytes);
      await sheet.file.datasync();
    },
    async putBack() {
      const room = spare();
      if (room.length >= mostSpare || used > reservedBytes) return throwAway(sheet);
      if (used > 0) await writeFromStart(sheet.file, blank.subarray(0, used));
      room.push(sheet);
    },
    async handOver() {
      await sheet.file.close();
      ours().delete(sheet.name);
    },
  };
}

/** Written to, so that a disk gone read-only is found now; one that somebody removed is of no use. */
async function takeSpare(): Promise<Open | undefined> {
  for (let sheet = spare().pop(); sheet; sheet = spare().pop()) {
    const { nlink } = await sheet.file.stat();
    if (nlink === 0) {
      await throwAway(sheet);
      continue;
    }
    try {
      await writeFromStart(sheet.file, blank.subarray(0, 1));
      return sheet;
    } catch (error) {
      await throwAway(sheet);
      throw error;
    }
  }
}

async function makeSheet(): Promise<Open> {
  await mkdir(journalFolder(), { recursive: true, mode: 0o700 });
  const name = randomBytes(16).toString('hex');
  const path = join(journalFolder(), name);
  ours().add(name);
  const sheet = { name, file: await open(path, 'wx', 0o600).catch((error: unknown) => forget(name, error)) };
  try {
    await writeFromStart(sheet.file, blank);
    return sheet;
  } catch (error) {
    await throwAway(sheet);
    throw error;
  }
}

function forget(name: string, error: unknown): never {
  ours().delete(name);
  throw error;
}

async function throwAway({ name, file }: Open): Promise<void> {
  await file.close();
  await rm(join(journalFolder(), name), { force: true });
  ours().delete(name);
}

/** All of it: one write may be cut short without an error. */
async function writeFromStart(file: FileHandle, bytes: Buffer): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    at += (await file.write(bytes, at, bytes.length - at, at)).bytesWritten;
  }
}
