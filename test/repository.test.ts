import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isApiKey, newApiKey } from '@/server/auth/api-key';

const json = <T>(file: string) => JSON.parse(readFileSync(file, 'utf8')) as T;

describe('what others wrote', () => {
  type Manifest = Record<'dependencies' | 'devDependencies' | 'overrides', Record<string, string>>;
  type Locked = { version?: string; integrity?: string; link?: boolean; hasInstallScript?: boolean };
  const { packages } = json<{ packages: Record<string, Locked> }>('package-lock.json');
  const locked = Object.entries(packages).filter(([path]) => path !== '');

  it('is asked for by exact version', () => {
    const { dependencies, devDependencies, overrides } = json<Manifest>('package.json');
    const asked = Object.entries({ ...dependencies, ...devDependencies, ...overrides });
    expect(asked.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  it('is installed only where its digest is the one that was written down', () => {
    expect(locked.length).toBeGreaterThan(500);
    expect(locked.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path)).toEqual([]);
  });

  it('runs a program while it is installed only where that is known', () => {
    const running = locked.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path);
    expect(running.toSorted()).toEqual([
      'node_modules/@parcel/watcher',
      'node_modules/@prisma/engines',
      'node_modules/@swc/core',
      'node_modules/esbuild',
      'node_modules/prisma',
      'node_modules/unrs-resolver',
    ]);
  });
});

describe('what we wrote', () => {
  const left = ['node_modules', '.next', '.git', 'data', 'test-results', 'playwright-report'];
  const files = readdirSync('.', { withFileTypes: true })
    .filter(({ name }) => !left.includes(name))
    .flatMap((entry) => (entry.isDirectory() ? below(entry.name) : [entry.name]));

  function below(folder: string): string[] {
    const found = readdirSync(folder, { recursive: true, withFileTypes: true });
    return found.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  }

  /** Names of what a text holds that nobody should have written down. */
  function secretsIn(text: string): string[] {
    return [
      ...(text.match(/gb_\w{20,}/g) ?? []).filter(isApiKey).map(() => 'a key of the API'),
      ...(/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text) ? ['a private key'] : []),
      ...(/\b(AKIA[0-9A-Z]{16}|gh[pousr]_\w{36}|xox[bpoas]-\w{10,}|npm_\w{36})\b/.test(text)
        ? ['a key of others']
        : []),
    ];
  }

  it('holds no secret', () => {
    expect(files.length).toBeGreaterThan(1_000);
    const found = files.flatMap((file) => secretsIn(readFileSync(file, 'latin1')).map((what) => `${what} in ${file}`));
    expect(found).toEqual([]);
  });

  it('would be found out', () => {
    const planted = [
      `key = "${newApiKey()}"`,
      ['-----BEGIN', 'PRIVATE KEY-----'].join(' '),
      `gh${'p_'}${'a'.repeat(36)}`,
    ];
    expect(planted.map((text) => secretsIn(text).length)).toEqual([1, 1, 1]);
  });
});
