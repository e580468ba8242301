import 'server-only';
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { PoolConfig } from 'pg';
import { backupKey, type Keys } from './backup-key';
import { load, type Loaded } from './load';
import { openStream } from './sealed-file';

/** Puts a backup into an empty database. Nothing is kept of one that does not open to its end. */
export async function readBackup(connection: PoolConfig, file: string, keys: Keys): Promise<Loaded> {
  const sealed = createReadStream(file) as AsyncIterable<Buffer>;
  const opened = Readable.from(openStream(sealed, (head) => backupKey(head, keys)));
  const plain = createGunzip();
  opened.on('error', (error) => plain.destroy(error)).pipe(plain);
  return load(connection, linesOf(plain));
}

/** Not readline, which ends lines at U+2028 as well, a letter like others in JSON. */
async function* linesOf(source: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let held = '';
  for await (const chunk of source) {
    held += decoder.decode(chunk, { stream: true });
    const lines = held.split('\n');
    held = lines.pop() ?? '';
    yield* lines;
  }
  if (held) yield held;
}
