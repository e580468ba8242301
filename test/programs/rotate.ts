import { db } from '@/server/database/client';
import { openVault } from '@/server/vault/open';
import { beginRotation } from '@/server/vault/rotation/begin-rotation';
import { reencrypt } from '@/server/vault/rotation/reencrypt';

/** Goes on with the rotation that is under way, or begins one: ROTATE says which way. Says each batch, until killed. */
await openVault();
if (!(await db.rotation.findFirst({ where: { finishedAt: null } }))) {
  const back = process.env.ROTATE === 'back';
  console.log('began', await db.$transaction((tx) => beginRotation(tx, { back, leadMs: 1_500 })));
}
await reencrypt({ settleMs: 1_000, onProgress: () => console.log('batch') });
console.log('done');
process.exit(0);
