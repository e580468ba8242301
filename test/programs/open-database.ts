import { db } from '@/server/database/client';
import { openDatabase } from '@/server/database/open';
import { StartError } from '@/server/start-error';
import { openVault } from '@/server/vault/open';

/** Opens the embedded database, then adds teams until it is killed, and says each that was acknowledged. */
const since = performance.now();
try {
  await openDatabase();
  await openVault();
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.log(`refused after ${Math.round(performance.now() - since)} ms: ${error.message}`);
  process.exit(1);
}
console.log('open');
for (let count = 1; ; count += 1) {
  await db.team.create({ data: { slug: `${process.pid}-${count}`, name: 'Team' } });
  console.log(`kept ${count}`);
}
