import { z } from 'zod';
import { advertiser } from './advertisers';
import { coverageColumns, coverages, type lineProblems } from './advertiser-words';
import { csv, csvRoute } from './csv';
import { limitKinds, operation } from './operation';
import { commaList, id, longWords, page, paging, skip, timestamp, words } from './shapes';

const coverageList = z.object({
  id,
  name: z.string(),
  entryCount: z.number().int(),
  createdAt: timestamp,
  updatedAt: timestamp,
});
export type CoverageList = z.infer<typeof coverageList>;

const coverage = z.enum(coverages);

export const coverageReport = coverageList.extend({
  /** Each expected advertiser is in one of the four: `once` is covered, but by a single token. */
  counts: z.record(coverage, z.number().int()),
});
export type CoverageReport = z.infer<typeof coverageReport>;

export const coverageRow = z.object({
  advertiserId: z.string(),
  /** What the uploaded list calls it. */
  label: z.string(),
  coverage,
  /** What TikTok calls it; null where no connection ever reached it. */
  name: z.string().nullable(),
  status: advertiser.shape.status,
  connectionCount: z.number().int(),
  liveCount: z.number().int(),
});
export type CoverageRow = z.infer<typeof coverageRow>;

const filterFields = {
  coverage: commaList(coverage).optional(),
  /** An id, its first four digits or more, or part of a label or name. */
  q: words.trim().max(200).optional(),
};
const sort = z.templateLiteral([z.enum(['', '-']), z.enum(coverageColumns)]).default('coverage');

export const coverageFilter = z.strictObject({ id, ...filterFields, sort, ...paging, skip });
export type CoverageFilter = z.infer<typeof coverageFilter>;

/** A line of the file that could not be read, by its number from 1. */
export type UnreadLine = { line: number; text: string; problem: (typeof lineProblems)[number] };

const listName = words.trim().min(1).max(120);

/**
 * A CSV file, or ids one a line: with or without headings, separated by comma, semicolon or tab. 300,000 of them at
 * most, in a body of 8 MB.
 */
const given = {
  csv: longWords,
  /** Save it without the lines that cannot be read. Otherwise they are refused, each with its number. */
  skipUnread: z.boolean().default(false),
};

const tags = ['Coverage'];
const one = z.strictObject({ id });
const read = 'coverage.read';
const write = 'coverage.write';

export const coverageLists = {
  list: operation
    .meta({ permission: read, limits: limitKinds })
    .route({ method: 'GET', path: '/coverage', tags, summary: 'Lists of expected advertisers, the newest first' })
    .input(z.strictObject(paging))
    .output(page(coverageList)),
  create: operation
    .meta({ permission: write })
    .route({
      method: 'POST',
      path: '/coverage',
      tags,
      summary: 'Keep a list of expected advertisers',
      successStatus: 201,
    })
    .input(z.strictObject({ name: listName, ...given }))
    .output(coverageReport),
  get: operation
    .meta({ permission: read, limits: limitKinds })
    .route({ method: 'GET', path: '/coverage/{id}', tags, summary: 'How much of a list is covered' })
    .input(one)
    .output(coverageReport),
  rows: operation
    .meta({ permission: read, limits: limitKinds })
    .route({
      method: 'GET',
      path: '/coverage/{id}/rows',
      tags,
      summary: 'Its advertisers, and whether each is covered',
    })
    .input(coverageFilter)
    .output(page(coverageRow)),
  export: operation
    .meta({ permission: read, limits: limitKinds })
    .route(csvRoute('/coverage/{id}/rows.csv', { tags, summary: 'All its rows that match, as CSV; audited' }))
    .input(z.strictObject({ id, ...filterFields, sort }))
    .output(csv),
  update: operation
    .meta({ permission: write })
    .route({ method: 'PATCH', path: '/coverage/{id}', tags, summary: 'Rename it, or replace its advertisers' })
    .input(z.strictObject({ id, name: listName.optional(), csv: longWords.optional(), skipUnread: given.skipUnread }))
    .output(coverageReport),
  remove: operation
    .meta({ permission: write })
    .route({ method: 'DELETE', path: '/coverage/{id}', tags, summary: 'Remove it', successStatus: 204 })
    .input(one)
    .output(z.void()),
};
