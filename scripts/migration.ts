import { mkdirSync, writeFileSync } from 'node:fs';
import { pendingMigration } from '@/scripts/pending-migration';

const [name = ''] = process.argv.slice(2);
if (!/^[a-z0-9_]+$/.test(name)) fail('Name what changes: npm run migration -- add_tags');

const script = await pendingMigration();
if (!script) fail('The migrations already say what the schema says.');

const moment = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
const folder = `prisma/migrations/${moment}_${name}`;
mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}/migration.sql`, script);
console.log(`${folder}/migration.sql: read it before you commit it.`);

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
