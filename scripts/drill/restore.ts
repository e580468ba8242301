import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProduct } from '@/scripts/product';
import { runScript } from './command';
import { demand, newEnvironment, type Environment } from './environment';

const tokens = 2_000;
/** Being imported while the backup is made: some of them are in it. */
const later = 8_000;
const appId = '7000000000000000001';

/**
 * A backup of a running server while it is written to; then an empty folder, the keys and the backup, and a start: every
 * token that was there when the backup began has to open.
 */
export async function drillRestore() {
  const folder = mkdtempSync(join(tmpdir(), 'grantboard-drill-'));
  const [file, list] = [join(folder, 'backup'), join(folder, 'tokens.json')];
  const old = await newEnvironment();
  const server = startProduct(old);
  try {
    await server.ready;
    await runScript('drill/make-app', [appId], old);
    writeFileSync(list, JSON.stringify(newTokens(tokens)), { mode: 0o600 });
    await runScript('import', [list], old);
    writeFileSync(list, JSON.stringify(newTokens(later)), { mode: 0o600 });
    let writing: Promise<string> | undefined;
    await new Promise<void>((begun) => {
      writing = runScript('import', [list], old, (output) => /\d+ of \d+/.test(output) && begun());
    });
    const backup = await runScript('backup', [file], old);
    await writing;
    await server.stop();

    const { ENCRYPTION_KEYS, AUTH_SECRET } = old;
    const empty = await newEnvironment({ ENCRYPTION_KEYS, AUTH_SECRET, OWNER_EMAIL: '', OWNER_PASSWORD: '' });
    const startedAt = performance.now();
    const restored = await runScript('restore', [file], empty);
    const [, opened = 0, all = 0] = (/(\d+) of (\d+) tokens/.exec(restored) ?? []).map(Number);
    demand(opened === all && all > tokens && all < tokens + later, restored);
    await startAgain(empty);
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    const size = /[\d.]+ MB in [\d.]+ s/.exec(backup)?.[0] ?? '';
    return {
      'backup while being written to': size,
      'tokens in it': all,
      'tokens that open': opened,
      'restored and ready after': `${seconds} s`,
    };
  } finally {
    await server.kill();
    for (const dir of [folder, old.DATA_DIR]) rmSync(dir, { recursive: true, force: true });
  }
}

async function startAgain(environment: Environment): Promise<void> {
  const product = startProduct(environment);
  try {
    await product.ready;
  } finally {
    await product.stop();
    rmSync(environment.DATA_DIR, { recursive: true, force: true });
  }
}

function newTokens(count: number) {
  return Array.from({ length: count }, () => ({ accessToken: randomBytes(20).toString('hex'), appId }));
}
