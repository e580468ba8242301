import 'server-only';
import { implement } from '@orpc/server';
import { contract } from '@/contract';
import { accountRouter } from './account/account-router';
import { countReach } from './advertisers/count-reach';
import { exportAdvertisers } from './advertisers/export-advertisers';
import { getAdvertiser } from './advertisers/get-advertiser';
import { handOutToken } from './advertisers/hand-out-token';
import { countAdvertisers, listAdvertisers } from './advertisers/list-advertisers';
import { listChoices } from './advertisers/list-choices';
import { listReaching } from './advertisers/list-reaching';
import { acceptAuthorization } from './authorizations/accept-authorization';
import { cancelAuthorization } from './authorizations/cancel-authorization';
import { completeAuthorization } from './authorizations/complete-authorization';
import { confirmAuthorization } from './authorizations/confirm-authorization';
import { createAuthorization } from './authorizations/create-authorization';
import { getAuthorization } from './authorizations/find-authorization';
import { getAuthorizationUrl } from './authorizations/get-authorization-url';
import { listAuthorizations } from './authorizations/list-authorizations';
import { renewTwin } from './authorizations/renew-twin';
import { createApp } from './apps/create-app';
import { exportApps } from './apps/export-apps';
import { getApp } from './apps/get-app';
import { countApps, listApps } from './apps/list-apps';
import { removeApp } from './apps/remove-app';
import { updateApp } from './apps/update-app';
import { countEvents } from './audit/count-events';
import { exportEventsAsCsv, exportEventsAsJsonl } from './audit/export-events';
import { getEvent } from './audit/get-event';
import { listEvents as listAuditEvents } from './audit/list-events';
import { verifyAudit } from './audit/verify-audit';
import { confirmSession } from './auth/confirm-session';
import { describeSession } from './auth/describe-session';
import { guard, type RequestContext } from './auth/guard';
import { describeConfirmation } from './auth/how-to-confirm';
import { connectionRouter } from './connections/connection-router';
import { countConnections } from './connections/count-connections';
import { coverageRouter } from './coverage/coverage-router';
import { getOverview } from './health/get-overview';
import { getPace } from './health/get-pace';
import { listOutages } from './health/list-outages';
import { createInvitation } from './invitations/create-invitation';
import { listInvitations } from './invitations/list-invitations';
import { resendInvitation } from './invitations/resend-invitation';
import { withdrawInvitation } from './invitations/withdraw-invitation';
import { changeRole } from './members/change-role';
import { createTeam } from './members/create-team';
import { handOverMember } from './members/hand-over-member';
import { keyRouter } from './keys/key-router';
import { listMembers } from './members/list-members';
import { leaveTeam, removeMember } from './members/remove-member';
import { createView } from './views/create-view';
import { listViews } from './views/list-views';
import { removeView } from './views/remove-view';
import type { Counters } from './views/to-view';
import { updateView } from './views/update-view';
import { describeVault } from './vault/rotation/describe-vault';
import { rewrap } from './vault/rotation/rewrap';
import { retire, rotate } from './vault/rotation/rotate';
import { createTag } from './tags/create-tag';
import { listTags } from './tags/list-tags';
import { removeTag } from './tags/remove-tag';
import { renameTag } from './tags/rename-tag';
import { getTeam } from './teams/get-team';
import { updateTeam } from './teams/update-team';

/** A view tells how many rows of its list match. */
const counters: Counters = {
  connections: countConnections,
  advertisers: (actor, { sort: _, ...match }) => countAdvertisers(actor, match),
  apps: countApps,
  audit: countEvents,
};

const { account: _, apiKeys: __, connections: ___, coverage: ____, ...ofTeams } = contract;
const signedIn = implement(ofTeams).$context<RequestContext>().use(guard);

/** Binds each operation of the contract to its verb. What it needs is declared in the contract, and checked by the guard. */
const ofTeamsRouter = signedIn.router({
  session: {
    get: signedIn.session.get.handler(({ context }) => describeSession(context.actor)),
    confirmation: signedIn.session.confirmation.handler(({ context }) => describeConfirmation(context.actor)),
    confirm: signedIn.session.confirm.handler(({ context, input }) =>
      confirmSession(context.actor, input, context.browser),
    ),
  },
  apps: {
    list: signedIn.apps.list.handler(({ context, input }) => listApps(context.actor, input)),
    export: signedIn.apps.export.handler(({ context, input }) => exportApps(context.actor, input)),
    create: signedIn.apps.create.handler(({ context, input }) => createApp(context.actor, input)),
    get: signedIn.apps.get.handler(({ context, input }) => getApp(context.actor, input)),
    update: signedIn.apps.update.handler(({ context, input }) => updateApp(context.actor, input)),
    remove: signedIn.apps.remove.handler(({ context, input }) => removeApp(context.actor, input)),
  },
  authorizations: {
    create: signedIn.authorizations.create.handler(({ context, input }) =>
      createAuthorization(context.actor, input, context.browser),
    ),
    list: signedIn.authorizations.list.handler(({ context, input }) => listAuthorizations(context.actor, input)),
    get: signedIn.authorizations.get.handler(({ context, input }) => getAuthorization(context.actor, input)),
    url: signedIn.authorizations.url.handler(({ context, input }) => getAuthorizationUrl(context.actor, input)),
    complete: signedIn.authorizations.complete.handler(({ context, input }) =>
      completeAuthorization(context.actor, input),
    ),
    accept: signedIn.authorizations.accept.handler(({ context, input }) => acceptAuthorization(context.actor, input)),
    confirm: signedIn.authorizations.confirm.handler(({ context, input }) =>
      confirmAuthorization(context.actor, input),
    ),
    renew: signedIn.authorizations.renew.handler(({ context, input }) => renewTwin(context.actor, input)),
    cancel: signedIn.authorizations.cancel.handler(({ context, input }) => cancelAuthorization(context.actor, input)),
  },
  advertisers: {
    list: signedIn.advertisers.list.handler(({ context, input }) => listAdvertisers(context.actor, input)),
    reach: signedIn.advertisers.reach.handler(({ context, input }) => countReach(context.actor, input)),
    choices: signedIn.advertisers.choices.handler(({ context }) => listChoices(context.actor)),
    export: signedIn.advertisers.export.handler(({ context, input }) => exportAdvertisers(context.actor, input)),
    get: signedIn.advertisers.get.handler(({ context, input }) => getAdvertiser(context.actor, input)),
    token: signedIn.advertisers.token.handler(({ context, input }) => handOutToken(context.actor, input)),
    connections: signedIn.advertisers.connections.handler(({ context, input }) => listReaching(context.actor, input)),
  },
  health: {
    overview: signedIn.health.overview.handler(({ context, input }) => getOverview(context.actor, input)),
    pace: signedIn.health.pace.handler(({ context }) => getPace(context.actor)),
    outages: signedIn.health.outages.handler(() => listOutages()),
  },
  teams: {
    get: signedIn.teams.get.handler(({ context }) => getTeam(context.actor)),
    update: signedIn.teams.update.handler(({ context, input }) => updateTeam(context.actor, input)),
    create: signedIn.teams.create.handler(({ context, input }) => createTeam(context.actor, input)),
  },
  members: {
    list: signedIn.members.list.handler(({ context, input }) => listMembers(context.actor, input)),
    changeRole: signedIn.members.changeRole.handler(({ context, input }) => changeRole(context.actor, input)),
    handOver: signedIn.members.handOver.handler(({ context, input }) => handOverMember(context.actor, input)),
    remove: signedIn.members.remove.handler(({ context, input }) => removeMember(context.actor, input)),
    leave: signedIn.members.leave.handler(({ context, input }) => leaveTeam(context.actor, input)),
  },
  invitations: {
    list: signedIn.invitations.list.handler(({ context }) => listInvitations(context.actor)),
    create: signedIn.invitations.create.handler(({ context, input }) => createInvitation(context.actor, input)),
    resend: signedIn.invitations.resend.handler(({ context, input }) => resendInvitation(context.actor, input)),
    withdraw: signedIn.invitations.withdraw.handler(({ context, input }) => withdrawInvitation(context.actor, input)),
  },
  audit: {
    list: signedIn.audit.list.handler(({ context, input }) => listAuditEvents(context.actor, input)),
    get: signedIn.audit.get.handler(({ context, input }) => getEvent(context.actor, input)),
    verify: signedIn.audit.verify.handler(({ context, input }) => verifyAudit(context.actor, input)),
    exportCsv: signedIn.audit.exportCsv.handler(({ context, input }) => exportEventsAsCsv(context.actor, input)),
    exportJsonl: signedIn.audit.exportJsonl.handler(({ context, input }) => exportEventsAsJsonl(context.actor, input)),
  },
  views: {
    list: signedIn.views.list.handler(({ context, input }) => listViews(context.actor, input, counters)),
    create: signedIn.views.create.handler(({ context, input }) => createView(context.actor, input, counters)),
    update: signedIn.views.update.handler(({ context, input }) => updateView(context.actor, input, counters)),
    remove: signedIn.views.remove.handler(({ context, input }) => removeView(context.actor, input)),
  },
  vault: {
    get: signedIn.vault.get.handler(() => describeVault()),
    rewrap: signedIn.vault.rewrap.handler(({ context }) => rewrap(context.actor)),
    rotate: signedIn.vault.rotate.handler(({ context, input }) => rotate(context.actor, input)),
    retire: signedIn.vault.retire.handler(({ context, input }) => retire(context.actor, input)),
  },
  tags: {
    list: signedIn.tags.list.handler(({ context }) => listTags(context.actor)),
    create: signedIn.tags.create.handler(({ context, input }) => createTag(context.actor, input)),
    rename: signedIn.tags.rename.handler(({ context, input }) => renameTag(context.actor, input)),
    remove: signedIn.tags.remove.handler(({ context, input }) => removeTag(context.actor, input)),
  },
});

/** Every operation of the contract. */
export const router = {
  ...ofTeamsRouter,
  account: accountRouter,
  apiKeys: keyRouter,
  connections: connectionRouter,
  coverage: coverageRouter,
};
