import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { closeDatabase, openDatabase } from '@/server/database/open';
import { env } from '@/server/env';
import { StartError } from '@/server/start-error';
import { openVault } from '@/server/vault/open';
import { fill } from './load/fill';
import { sizes, type SizeName } from './load/size';
import { tellSimulator } from './load/tell-simulator';

const usage = `Usage: npm run load -- L | L10 | S [options]
  L                 the reference load; L10 is ten times that, S a fiftieth
  --into-existing   beside the teams that the database holds
  --simulator URL   tell a running simulator (npm run simulator) of its apps, people and tokens, so that they can be checked`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { 'into-existing': { type: 'boolean' }, simulator: { type: 'string' } },
});
const [name] = positionals;

if (!name || !(name in sizes) || positionals.length > 1) {
  console.error(usage);
  process.exit(2);
}
if (existsSync('.env')) process.loadEnvFile('.env');
try {
  await load(name as SizeName);
} catch (error) {
  console.error(error instanceof StartError ? `\n${error.message}\n` : error);
  process.exit(1);
}

async function load(sizeName: SizeName): Promise<void> {
  const startedAt = performance.now();
  const size = sizes[sizeName];
  await openDatabase();
  try {
    await openVault();
    const { email, password, teamSlug } = await fill({
      size,
      intoExisting: values['into-existing'],
      onStep: (step) => console.log(`${seconds(startedAt)}  ${step}`),
    });
    if (values.simulator) await tellSimulator(values.simulator, size);
    console.log(`${seconds(startedAt)}  Done.\n\n  ${env().APP_URL}/${teamSlug}/connections`);
    console.log(`  Sign in as ${email}   password ${password}\n`);
  } finally {
    await closeDatabase();
  }
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`.padStart(8);
}
