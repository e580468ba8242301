import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const mb = 1024 * 1024;

/** A disk of its own, mounted in a temporary folder; undefined where that may not be done (only root may, on Linux). */
export function smallDisk(sizeMb: number) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'grantboard-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${sizeMb}m,mode=700`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    rmSync(folder, { recursive: true });
    return undefined;
  }
  const filler = join(folder, 'filler');
  return {
    folder,
    /** Fills it until so much is free: with 0, to the last byte. */
    leave(freeMb: number): void {
      rmSync(filler, { force: true });
      const { bavail, bsize } = statfsSync(folder);
      const bytes = bavail * bsize - freeMb * mb;
      if (bytes > 0) writeAll(filler, bytes + (freeMb === 0 ? mb : 0));
    },
    remove(): void {
      execFileSync('umount', ['-l', folder]);
      rmSync(folder, { recursive: true });
    },
  };
}

function writeAll(path: string, bytes: number): void {
  try {
    writeFileSync(path, Buffer.alloc(bytes));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  }
}
