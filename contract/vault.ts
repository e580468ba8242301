import { z } from 'zod';
import { operation } from './operation';
import { timestamp } from './shapes';

/** Nonces are drawn at random: after 2^32 of them one key might use one twice, and it seals no more. Half of that is a warning. */
export const mostSeals = 2 ** 32;
export const sealsToRotate = mostSeals / 2;

const dataKey = z.object({
  id: z.number().int(),
  createdAt: timestamp,
  /** coming: it will seal from `activeAt` on; sealing; opening: it opens what it sealed; retired: it opens nothing. */
  use: z.enum(['coming', 'sealing', 'opening', 'retired']),
  activeAt: timestamp,
  retiredAt: timestamp.nullable(),
  /** How many secrets are sealed with it, in all teams. */
  count: z.number().int(),
  /** How often it has sealed since it was made, in round terms. From 2^31 on rotate; at 2^32 it seals no more. */
  seals: z.number().int(),
});
export type VaultKey = z.infer<typeof dataKey>;

/** The current one: the first of ENCRYPTION_KEYS of the instance that answers. */
const masterKey = z.object({
  name: z.string(),
  fingerprint: z.string(),
  /** When it first wrapped a data key; null while it wraps none. */
  since: timestamp.nullable(),
  /** It wraps so many of all the data keys, those of look-ups and of the audit among them; earlier master keys the others. */
  wraps: z.number().int(),
  of: z.number().int(),
});

const vaultState = z.object({
  masterKey,
  /** The newest first. */
  keys: z.array(dataKey),
  /** Sealing everything anew, while it is under way. */
  rotation: z.object({ keyId: z.number().int(), startedAt: timestamp }).nullable(),
  /** When it last came to its end. */
  rotatedAt: timestamp.nullable(),
});
export type VaultState = z.infer<typeof vaultState>;

const group = { tags: ['Vault'] };

export const vault = {
  get: operation
    .meta({ permission: 'vault.read' })
    .route({ method: 'GET', path: '/vault', ...group, summary: 'The keys of the installation, and what they seal' })
    .output(vaultState),
  rewrap: operation
    .meta({ permission: 'vault.write' })
    .route({
      method: 'POST',
      path: '/vault/rewrap',
      ...group,
      summary: 'Wrap all data keys with the current master key',
      description: 'Done when it answers, however much is sealed. Where nothing is left to wrap it changes nothing.',
    })
    .output(vaultState),
  rotate: operation
    .meta({ permission: 'vault.write' })
    .route({
      method: 'POST',
      path: '/vault/rotate',
      ...group,
      summary: 'Seal everything anew with a new data key',
      description: 'With `back`, with the one that sealed before. Goes on in the background; nothing waits for it.',
    })
    .input(z.strictObject({ back: z.boolean().default(false) }))
    .output(vaultState),
  retire: operation
    .meta({ permission: 'vault.write' })
    .route({
      method: 'POST',
      path: '/vault/keys/{id}/retire',
      ...group,
      summary: 'Take a data key that seals nothing any more out of use, for good',
    })
    .input(z.strictObject({ id: z.coerce.number().int().min(1).max(2_147_483_647) }))
    .output(vaultState),
};
