import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makePrivate } from '@/server/data-dir';
import { lockDataDir } from '@/server/database/lock';
import { StartError } from '@/server/start-error';

/** Marks a folder as a demo's: nothing else is ever emptied. */
const mark = 'this-is-a-demo';

/** Makes the folder, or empties that of an earlier demo. @throws StartError for anybody else's, or one in use. */
export async function emptyOwnFolder(folder: string): Promise<void> {
  makePrivate(folder);
  const names = readdirSync(folder);
  if (names.length > 0 && !existsSync(join(folder, mark))) {
    throw new StartError(
      `${folder} holds something that is not a demo. Give the demo a folder of its own in DATA_DIR.`,
    );
  }
  const release = await lockDataDir(folder);
  for (const name of names) rmSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, mark), 'Everything here is made anew whenever the demo starts.\n');
  release();
}
