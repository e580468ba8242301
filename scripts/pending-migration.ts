import { readFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { readMigrations, toMigrationsList } from '@/server/database/migration-files';
import { withSchemaEngine } from '@/server/database/schema-engine';

/** The SQL that turns the result of all migrations into what prisma/schema.prisma says; empty if they agree. */
export async function pendingMigration(): Promise<string> {
  const database = await PGlite.create();
  try {
    const content = readFileSync('prisma/schema.prisma', 'utf8');
    const { stdout } = await withSchemaEngine(new PrismaPGlite(database), (engine) =>
      engine.diff({
        from: { tag: 'migrations', ...toMigrationsList(readMigrations()) },
        to: { tag: 'schemaDatamodel', files: [{ path: 'prisma/schema.prisma', content }] },
        script: true,
        exitCode: null,
        filters: { externalTables: [], externalEnums: [] },
      }),
    );
    return /^\s*(-- This is an empty migration\.)?\s*$/.test(stdout ?? '') ? '' : (stdout ?? '');
  } finally {
    await database.close();
  }
}
