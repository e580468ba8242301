import 'server-only';
import { implement } from '@orpc/server';
import { connections } from '@/contract/connections';
import { guard, type RequestContext } from '@/server/auth/guard';
import { checkConnection } from './check-connection';
import { countStates } from './count-states';
import { exportConnections, exportSelected } from './export-connections';
import { getConnection } from './get-connection';
import { listAdvertisers } from './list-advertisers';
import { listConnections } from './list-connections';
import { listEvents } from './list-events';
import { listLosses } from './list-losses';
import { listTwins } from './list-twins';
import { pauseConnection, resumeConnection } from './pause-connection';
import { reportFailure } from './report-failure';
import { revealToken } from './reveal-token';
import { revokeConnection } from './revoke-connection';
import { tagConnections } from './tag-connections';
import { updateConnection } from './update-connection';

const own = implement(connections).$context<RequestContext>().use(guard);

/** Binds the operations of connections to their verbs. */
export const connectionRouter = own.router({
  list: own.list.handler(({ context, input }) => listConnections(context.actor, input)),
  states: own.states.handler(({ context, input }) => countStates(context.actor, input)),
  export: own.export.handler(({ context, input }) => exportConnections(context.actor, input)),
  exportSelected: own.exportSelected.handler(({ context, input }) => exportSelected(context.actor, input)),
  get: own.get.handler(({ context, input }) => getConnection(context.actor, input)),
  advertisers: own.advertisers.handler(({ context, input }) => listAdvertisers(context.actor, input)),
  events: own.events.handler(({ context, input }) => listEvents(context.actor, input)),
  twins: own.twins.handler(({ context, input }) => listTwins(context.actor, input)),
  losses: own.losses.handler(({ context, input }) => listLosses(context.actor, input)),
  update: own.update.handler(({ context, input }) => updateConnection(context.actor, input)),
  tag: own.tag.handler(({ context, input }) => tagConnections(context.actor, input)),
  check: own.check.handler(({ context, input }) => checkConnection(context.actor, input)),
  report: own.report.handler(({ context, input }) => reportFailure(context.actor, input)),
  pause: own.pause.handler(({ context, input }) => pauseConnection(context.actor, input)),
  resume: own.resume.handler(({ context, input }) => resumeConnection(context.actor, input)),
  revoke: own.revoke.handler(({ context, input }) => revokeConnection(context.actor, input)),
  token: own.token.handler(({ context, input }) => revealToken(context.actor, input)),
});
