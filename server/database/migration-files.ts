import 'server-only';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export type Migration = { name: string; script: string; checksum: string };

/** The migrations of this version, in order. The checksum is the one Prisma keeps beside each that was applied. */
export function readMigrations(folder = join(process.cwd(), 'prisma/migrations')): Migration[] {
  const names = readdirSync(/* turbopackIgnore: true */ folder, { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  return names
    .map(({ name }) => ({ name, file: join(folder, name, 'migration.sql') }))
    .filter(({ file }) => existsSync(file))
    .map(({ name, file }) => ({ name, script: readFileSync(file, 'utf8') }))
    .map((migration) => ({ ...migration, checksum: createHash('sha256').update(migration.script).digest('hex') }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The same, as the schema engine wants it. */
export function toMigrationsList(migrations: Migration[]) {
  return {
    baseDir: 'prisma/migrations',
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, script }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: script } },
    })),
  };
}
