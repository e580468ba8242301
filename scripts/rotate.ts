import { parseArgs } from 'node:util';
import { refuseUsage, runCommand } from '@/scripts/console/run-command';
import { db } from '@/server/database/client';
import { withDatabase } from '@/server/database/with-database';
import { StartError } from '@/server/start-error';
import { openVault } from '@/server/vault/open';
import { beginRotation } from '@/server/vault/rotation/begin-rotation';
import { countByKey } from '@/server/vault/rotation/count-rows';
import { describeVault } from '@/server/vault/rotation/describe-vault';
import { recordEverywhere } from '@/server/vault/rotation/record-everywhere';
import { reencrypt } from '@/server/vault/rotation/reencrypt';
import { retireKey } from '@/server/vault/rotation/retire-key';
import { rewrapBy } from '@/server/vault/rotation/rewrap';

const usage = `Usage: npm run rotate -- COMMAND, on the server, while it runs or not
  master            wraps the data keys with the first of ENCRYPTION_KEYS; those before it stand there as well
  data              makes a new data key and seals everything anew with it
  data --back       the same, with the data key that sealed before
  data --resume     goes on with what was interrupted (a running server does so by itself)
  data --retire ID  takes a data key out of use, for good
  status            the keys, and how much each has sealed`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { back: { type: 'boolean' }, resume: { type: 'boolean' }, retire: { type: 'string' } },
});

const commands: Record<string, () => Promise<void>> = { master, data, status };
const command = commands[positionals[0] ?? ''];
if (!command || positionals.length > 1) refuseUsage(usage);

await runCommand(() => withDatabase(() => openVault().then(command)));

async function master(): Promise<void> {
  const { count, fingerprint } = await rewrapBy('Command line');
  if (count === 0) return console.log(`The data keys are wrapped by the master key ${fingerprint} already.`);
  console.log(`${count} data keys are wrapped by the master key ${fingerprint} now.`);
  console.log('Older backups still want the master key that they were made with: keep it with them.');
}

async function data(): Promise<void> {
  if (values.retire) return retire(Number(values.retire));
  if (!values.resume) {
    await db.$transaction(async (tx) => {
      const key = await beginRotation(tx, { back: values.back });
      await recordEverywhere(tx, 'Command line', 'vault.rotated', { key, back: values.back ?? false });
      console.log(`Data key ${key} seals from now on, once every instance has learnt of it.`);
    });
  }
  await go();
  await status();
}

async function go(): Promise<void> {
  const startedAt = Date.now();
  let told = 0;
  await reencrypt({
    onProgress: () => {
      if (Date.now() - told < 1_000) return;
      told = Date.now();
      void countByKey().then((counts) => console.log(seconds(startedAt), JSON.stringify(Object.fromEntries(counts))));
    },
  });
  console.log(seconds(startedAt), 'Everything is sealed with the new key.');
}

async function retire(id: number): Promise<void> {
  if (!Number.isInteger(id)) throw new StartError('Which data key? --retire ID, as `npm run rotate -- status` has it.');
  await db.$transaction(async (tx) => {
    await retireKey(tx, id);
    await recordEverywhere(tx, 'Command line', 'vault.retired', { key: id });
  });
  console.log(`Data key ${id} is retired.`);
}

async function status(): Promise<void> {
  const { masterKey, keys, rotation, rotatedAt } = await describeVault();
  const { name, fingerprint, wraps, of } = masterKey;
  console.log(`Master key ${name}, ${fingerprint}: wraps ${wraps} of ${of} data keys`);
  console.table(
    keys.map(({ id, use, createdAt, count, seals }) => ({ id, use, since: createdAt, sealed: count, seals })),
  );
  console.log(rotation ? `Under way since ${rotation.startedAt}.` : `Last rotated: ${rotatedAt ?? 'never'}.`);
}

function seconds(since: number): string {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`.padStart(8);
}
