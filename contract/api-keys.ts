import { z } from 'zod';
import { operation } from './operation';
import { keyPermissions } from './key-words';
import { id, page, paging, person, tagged, tiktokId, timestamp, words } from './shapes';
import { mostKeyAgeDays } from './team-words';

const keyPermission = z.enum(keyPermissions);

/** active, expired, revoked */
const keyState = z.enum(['active', 'expired', 'revoked']);
export type KeyState = z.infer<typeof keyState>;

/** `192.0.2.0/24`, `2001:db8::/32`, or one address. */
const addressRange = z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()]);

export const apiKey = z.object({
  id,
  name: z.string(),
  /** Its first characters. */
  prefix: z.string(),
  state: keyState,
  permissions: z.array(keyPermission),
  /** Those of them that whoever made it does not have any more, and so neither has the key. */
  lostPermissions: z.array(keyPermission),
  /** A list without entries limits nothing. Names are null where what they name is gone. */
  limits: z.object({
    apps: z.array(tagged.extend({ name: z.string().nullable() })),
    tags: z.array(tagged.extend({ name: z.string().nullable() })),
    advertiserIds: z.array(z.string()),
    addressRanges: z.array(z.string()),
  }),
  createdBy: person,
  createdAt: timestamp,
  expiresAt: timestamp,
  /** To the minute. */
  lastUsedAt: timestamp.nullable(),
  lastUsedIp: z.string().nullable(),
  lastUserAgent: z.string().nullable(),
  revokedAt: timestamp.nullable(),
});
export type ApiKey = z.infer<typeof apiKey>;

const tags = ['API keys'];

const keyFilter = z.strictObject({ state: keyState.optional(), ...paging });
export type KeyFilter = z.infer<typeof keyFilter>;

export const apiKeyInput = z.strictObject({
  name: words.trim().min(1, 'required').max(80, 'too_long'),
  /** Each of them one that whoever asks has. */
  permissions: z.array(keyPermission).min(1, 'required').max(keyPermissions.length),
  expiresInDays: z.number().int().min(1).max(mostKeyAgeDays),
  appIds: z.array(id).max(100).default([]),
  tagIds: z.array(id).max(100).default([]),
  advertiserIds: z.array(tiktokId).max(1000).default([]),
  addressRanges: z.array(addressRange).max(50).default([]),
});
export type NewApiKey = z.output<typeof apiKeyInput>;

export const apiKeys = {
  list: operation
    .meta({ permission: 'keys.read' })
    .route({ method: 'GET', path: '/api-keys', tags, summary: 'API keys of the team, the newest first' })
    .input(keyFilter)
    .output(page(apiKey)),
  create: operation
    .meta({ permission: 'keys.write' })
    .route({
      method: 'POST',
      path: '/api-keys',
      tags,
      summary: 'Make a key; this answer alone shows it',
      description:
        'A key that may read tokens wants the password of whoever makes it, given within the last five minutes (`POST /session/confirm`).',
      successStatus: 201,
    })
    .input(apiKeyInput)
    .output(z.object({ key: z.string(), apiKey })),
  revoke: operation
    .meta({ permission: 'keys.write' })
    .route({ method: 'DELETE', path: '/api-keys/{id}', tags, summary: 'Revoke a key; its next request is refused' })
    .input(z.strictObject({ id }))
    .output(apiKey),
};
