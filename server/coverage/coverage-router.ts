import 'server-only';
import { implement } from '@orpc/server';
import { coverageLists } from '@/contract/coverage';
import { guard, type RequestContext } from '@/server/auth/guard';
import { createList } from './create-list';
import { exportRows } from './export-rows';
import { listLists } from './list-lists';
import { listRows } from './list-rows';
import { removeList } from './remove-list';
import { reportCoverage } from './report-coverage';
import { updateList } from './update-list';

const own = implement(coverageLists).$context<RequestContext>().use(guard);

/** Binds the operations of coverage lists to their verbs. */
export const coverageRouter = own.router({
  list: own.list.handler(({ context, input }) => listLists(context.actor, input)),
  create: own.create.handler(({ context, input }) => createList(context.actor, input)),
  get: own.get.handler(({ context, input }) => reportCoverage(context.actor, input)),
  rows: own.rows.handler(({ context, input }) => listRows(context.actor, input)),
  export: own.export.handler(({ context, input }) => exportRows(context.actor, input)),
  update: own.update.handler(({ context, input }) => updateList(context.actor, input)),
  remove: own.remove.handler(({ context, input }) => removeList(context.actor, input)),
});
