import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const copied = [...readFileSync('Dockerfile', 'utf8').matchAll(/^COPY --from=build \S+ \/grantboard(\/\S*)? /gm)];
const inImage = copied.map(([, path = '/']) => path.slice(1));
const ignored = readFileSync('.dockerignore', 'utf8').trim().split('\n');
const programs = inImage.filter((path) => /^scripts\/[\w-]+\.\w+$/.test(path));
const isIn = (file: string) => inImage.some((path) => file === path || file.startsWith(`${path}/`));

const fileOf = (path: string) =>
  [path, `${path}.ts`, `${path}.tsx`, `${path}.js`].find((file) => existsSync(file) && statSync(file).isFile());

/** The files of ours that a file imports, by whatever way, and those that they import. */
function importsOf(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(/(?:from |import\(|import )'((?:@\/|\.)[^']+)'/g)) {
    const path = fileOf(name.startsWith('@/') ? name.slice(2) : join(dirname(file), name));
    if (!path) throw new Error(`${file} imports ${name}, which is nowhere`);
    importsOf(path, found);
  }
  return found;
}

describe('the image', () => {
  it('holds every file that its programs import', () => {
    const wanted = programs.flatMap((file) => [...importsOf(file)]);
    expect(wanted.length).toBeGreaterThan(100);
    expect(wanted.filter((file) => !isIn(file))).toEqual([]);
  });

  it('holds what serves and what looks after it, and nothing that checks, measures or shows it', () => {
    expect(inImage).not.toContain('');
    const left = ['bench', 'docs', 'e2e', 'simulator', 'test', '.git', '.env', 'scripts', 'scripts/demo.ts'];
    expect(left.filter(isIn)).toEqual([]);
    expect(ignored).toEqual(expect.arrayContaining(['test', 'e2e', 'simulator', 'bench', '**/*.test.ts']));
    expect(programs.map((file) => file.slice('scripts/'.length)).toSorted()).toEqual([
      ...['admin.ts', 'audit-verify.ts', 'backup.ts', 'check-start.ts'],
      ...['import.ts', 'restore.ts', 'rotate.ts', 'start.js'],
    ]);
  });

  it('has no packages but those that serving wants', () => {
    expect(readFileSync('Dockerfile', 'utf8')).toContain('npm prune --omit=dev');
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: object };
    const ofTests = [
      'vitest',
      'eslint',
      'fast-check',
      '@playwright/test',
      'oidc-provider',
      'smtp-server',
      'autocannon',
    ];
    expect(ofTests.filter((name) => name in dependencies)).toEqual([]);
  });
});

describe('the compose file', () => {
  /** The image sets them, or one installation needs no other. */
  const settled = ['PORT', 'DATA_DIR', 'TIKTOK_API_URL', 'TIKTOK_PORTAL_URL', 'TIKTOK_SANDBOX_URL'];

  it('hands on every variable that the README names', () => {
    const [, table = ''] = readFileSync('README.md', 'utf8').split('### Configuration');
    const rows = [...table.split('\n## ', 1)[0]!.matchAll(/^\| (`[^|]+) \|/gm)];
    const named = rows.flatMap(([, cell = '']) => [...cell.matchAll(/`([A-Z_]+)`/g)].map(([, name = '']) => name));
    expect(named.length).toBeGreaterThan(20);
    const compose = readFileSync('compose.yaml', 'utf8');
    const missing = named.filter((name) => !new RegExp(`^ {6}${name}(_FILE)?:`, 'm').test(compose));
    expect(missing.toSorted()).toEqual(settled.toSorted());
  });
});
