import { z } from 'zod';
import { limitKinds, operation } from './operation';
import { id, words } from './shapes';

export const tag = z.object({ id, name: z.string(), connectionCount: z.number().int() });
export type Tag = z.infer<typeof tag>;

const tagName = words.trim().min(1, 'required').max(40, 'too_long');

/** More would be of no use to anybody, and all of them are shown at once. */
export const mostTags = 500;

export const tagIds = z.array(id).max(50);

const group = { tags: ['Tags'] };

export const tags = {
  list: operation
    .meta({ permission: 'tags.read', limits: limitKinds })
    .route({ method: 'GET', path: '/tags', ...group, summary: 'Tags of the team, by name' })
    .output(z.array(tag)),
  create: operation
    .meta({ permission: 'tags.write' })
    .route({ method: 'POST', path: '/tags', ...group, summary: 'Make a tag', successStatus: 201 })
    .input(z.strictObject({ name: tagName }))
    .output(tag),
  rename: operation
    .meta({ permission: 'tags.write' })
    .route({ method: 'PATCH', path: '/tags/{id}', ...group, summary: 'Rename a tag' })
    .input(z.strictObject({ id, name: tagName }))
    .output(tag),
  remove: operation
    .meta({ permission: 'tags.write' })
    .route({
      method: 'DELETE',
      path: '/tags/{id}',
      ...group,
      summary: 'Remove a tag from everything',
      successStatus: 204,
    })
    .input(z.strictObject({ id }))
    .output(z.void()),
};
