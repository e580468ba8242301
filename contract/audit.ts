import { z } from 'zod';
import { auditActions, auditFaults, auditObjectKinds, auditPrefixes, auditResults } from './audit-words';
import { csv, csvRoute } from './csv';
import { jsonlRoute } from './jsonl';
import { operation } from './operation';
import { commaList, id, moment, page, paging, anyId, skip, timestamp, words } from './shapes';

export const auditEvent = z.object({
  /** Its place in the team’s audit: 1, 2, 3, without a gap. A string, like every id. */
  sequence: z.string(),
  at: timestamp,
  actor: z.object({ kind: z.string(), id: z.string().nullable(), name: z.string() }),
  ip: z.string().nullable(),
  userAgent: z.string().nullable(),
  action: z.string(),
  /** `exists`: it has an address of its own, and is still there. */
  object: z.object({ kind: z.string(), id: z.string().nullable(), name: z.string().nullable(), exists: z.boolean() }),
  reason: z.string().nullable(),
  result: z.enum(auditResults),
  data: z.record(z.string(), z.unknown()),
});
export type AuditEvent = z.infer<typeof auditEvent>;

/** An action, or the beginning of some with its dot: `connection.`. */
const actionOrPrefix = z.enum([...auditActions, ...auditPrefixes]);

/** Which events. What is given narrows together; of a comma-separated list, any will do. */
const filterFields = {
  action: commaList(actionOrPrefix).optional(),
  actorId: id.optional(),
  objectKind: z.enum(auditObjectKinds).optional(),
  objectId: anyId.optional(),
  result: commaList(z.enum(auditResults)).optional(),
  ip: z.union([z.ipv4(), z.ipv6()]).optional(),
  /** From then on. */
  from: moment.optional(),
  /** Before then. */
  to: moment.optional(),
  /** The beginning of the name of whoever did it or of what it was done to, or the id of either. */
  q: words.trim().max(200).optional(),
};

/** `-at` has the newest first, `at` the oldest. */
const sort = z.enum(['-at', 'at']).default('-at');

export const auditFilter = z.strictObject({ ...filterFields, sort, ...paging, skip });
export type AuditFilter = z.infer<typeof auditFilter>;

const auditExport = z.strictObject({ ...filterFields, sort });
export type AuditExport = z.infer<typeof auditExport>;

/** How far the audit was followed, and what was found to be wrong first. */
const auditVerification = z.object({
  /** Every event up to here is as it was written. */
  upTo: z.string(),
  /** The last event there is. */
  end: z.string(),
  /** So many at the beginning are older than the chain, which tells nothing of them. */
  uncovered: z.string(),
  /** Else go on with `after`: `upTo`. */
  done: z.boolean(),
  fault: z.object({ sequence: z.string(), reason: z.enum(auditFaults) }).nullable(),
  /** Once done without a fault: connections with a token, apps with a Secret, that are not those the audit tells of last. */
  putBack: z.array(z.object({ kind: z.enum(['connection', 'app']), id, name: z.string() })),
});
export type AuditVerification = z.infer<typeof auditVerification>;

const tags = ['Audit'];
const permission = 'audit.read';
const sequence = z.string().regex(/^[1-9]\d{0,17}$/);

export const audit = {
  list: operation
    .meta({ permission })
    .route({
      method: 'GET',
      path: '/audit',
      tags,
      summary: 'Who did what, when and from where',
      description: 'Every filter is served by an index, `q` too: it looks at how names begin, not inside them.',
    })
    .input(auditFilter)
    .output(page(auditEvent)),
  get: operation
    .meta({ permission })
    .route({ method: 'GET', path: '/audit/{sequence}', tags, summary: 'One event' })
    .input(z.strictObject({ sequence }))
    .output(auditEvent),
  verify: operation
    .meta({ permission })
    .route({
      method: 'GET',
      path: '/audit/verify',
      tags,
      summary: 'Whether every event is as it was written',
      description:
        'Follows the chain of events from the one after `after`, 50,000 at a time. Call it again with what `upTo` says ' +
        'until `done`. The first event that was edited, removed, moved or added is named under `fault`.',
    })
    .input(z.strictObject({ after: sequence.or(z.literal('0')).default('0') }))
    .output(auditVerification),
  exportCsv: operation
    .meta({ permission })
    .route(csvRoute('/audit.csv', { tags, summary: 'All events that match, as CSV; audited itself' }))
    .input(auditExport)
    .output(csv),
  exportJsonl: operation
    .meta({ permission })
    .route(jsonlRoute('/audit.jsonl', { tags, summary: 'All events that match, as JSON lines; audited itself' }))
    .input(auditExport)
    .output(csv),
};
