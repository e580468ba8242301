import 'server-only';
import { createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { ClientConfig } from 'pg';
import { StartError } from '@/server/start-error';
import { newBackupKey, type Keys } from './backup-key';
import { dump } from './dump';
import { sealStream } from './sealed-file';

/** Everything, of one moment, into a file that only the key opens. The file is there once it is whole, and on the disk. */
export async function writeBackup(connection: ClientConfig, file: string, keys: Keys): Promise<void> {
  if (existsSync(file)) throw new StartError(`${file} exists. A backup replaces nothing: give another name.`);
  const draft = `${file}.part`;
  const { head, key } = await newBackupKey(keys);
  try {
    await pipeline(
      Readable.from(dump(connection)),
      createGzip({ level: 5 }),
      (plain: AsyncIterable<Buffer>) => sealStream(key, head, plain),
      createWriteStream(draft, { mode: 0o600, flags: 'wx' }),
    );
    const written = await open(draft);
    await written.sync();
    await written.close();
    renameSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') rmSync(draft, { force: true });
    throw error;
  }
}
