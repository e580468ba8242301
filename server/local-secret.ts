import 'server-only';
import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { embeddedPaths, makePrivate } from '@/server/data-dir';
import { StartError } from '@/server/start-error';

/**
 * A secret of an installation with the embedded database, kept in a file only its owner reads. It is made once, before
 * there is a database: making another over existing data would lose what the first one sealed.
 */
export function localSecret(dataDir: string, name: string, make: () => string): string {
  const file = join(dataDir, name);
  const variable = name.toUpperCase().replaceAll('-', '_');
  makePrivate(dataDir);
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  if (existsSync(embeddedPaths(dataDir).database)) {
    throw new StartError(
      `${file} is missing, but there is a database in ${dataDir} that needs it. ` +
        `Put the file back, or give its content as ${variable}.`,
    );
  }
  return writeOnce(file, make());
}

/** Two processes may start at the same moment: linking makes one of them first, and both read the same. */
function writeOnce(file: string, content: string): string {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, `${content}\n`, { mode: 0o600, flag: 'wx', flush: true });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  return readFileSync(file, 'utf8').trim();
}
