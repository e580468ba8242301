import { z } from 'zod';
import { advertiserFilter } from './advertisers';
import { appFilter } from './apps';
import { auditFilter } from './audit';
import { connectionFilter } from './connection-filter';
import { operation } from './operation';
import { id, page, paging, person, timestamp, words } from './shapes';

/** What is kept of a list's filter: not where somebody stood in the list. */
export const viewFilters = {
  connections: connectionFilter.omit({ cursor: true, limit: true, skip: true }),
  advertisers: advertiserFilter.omit({ cursor: true, limit: true, skip: true }),
  apps: appFilter.omit({ cursor: true, limit: true, skip: true }),
  audit: auditFilter.omit({ cursor: true, limit: true, skip: true }),
};
export type ViewNoun = keyof typeof viewFilters;
export type ViewFilter<Noun extends ViewNoun> = z.output<(typeof viewFilters)[Noun]>;

const noun = z.enum(Object.keys(viewFilters) as [ViewNoun, ...ViewNoun[]]);
const name = words.trim().min(1, 'required').max(60, 'too_long');
const query = words.max(8000);

export const view = z.object({
  id,
  noun,
  name: z.string(),
  /** The filter as the list's address in the API has it: `state=healthy&sort=-name`. */
  query: z.string(),
  shared: z.boolean(),
  owner: person,
  /** Whether it is the caller's own. */
  mine: z.boolean(),
  /** How many rows match now; null where the query is no filter of the list any more. */
  count: z.number().int().nullable(),
  createdAt: timestamp,
});
export type View = z.infer<typeof view>;

const viewFields = z.strictObject({ noun, name, query, shared: z.boolean().default(false) });
export type ViewFields = z.infer<typeof viewFields>;

const viewChanges = z.strictObject({
  id,
  name: name.optional(),
  query: query.optional(),
  shared: z.boolean().optional(),
});
export type ViewChanges = z.infer<typeof viewChanges>;

const viewList = z.strictObject({ noun: noun.optional(), ...paging });
export type ViewList = z.infer<typeof viewList>;

const tags = ['Views'];

export const views = {
  list: operation
    .meta({ permission: 'views.read' })
    .route({
      method: 'GET',
      path: '/views',
      tags,
      summary: 'Saved views: one’s own and those that are shared, by name',
    })
    .input(viewList)
    .output(page(view)),
  create: operation
    .meta({ permission: 'views.write' })
    .route({ method: 'POST', path: '/views', tags, summary: 'Save a filter as a view', successStatus: 201 })
    .input(viewFields)
    .output(view),
  update: operation
    .meta({ permission: 'views.write' })
    .route({ method: 'PATCH', path: '/views/{id}', tags, summary: 'Rename, change or share a view of one’s own' })
    .input(viewChanges)
    .output(view),
  remove: operation
    .meta({ permission: 'views.write' })
    .route({
      method: 'DELETE',
      path: '/views/{id}',
      tags,
      summary: 'Remove a view: one’s own, or for admins a shared one',
      successStatus: 204,
    })
    .input(z.strictObject({ id }))
    .output(z.void()),
};
