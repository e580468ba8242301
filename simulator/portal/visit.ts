import { randomHex40 } from '../ids';
import type { AuthorizationRequest, Visit } from '../model';
import { collapseScopes } from '../permissions';
import type { World } from '../world';
import { consent, recentlyVerified, rememberVerification } from './consent';

/** The one that TikTok "sends" by mail; the page tells it. */
export const VERIFICATION_CODE = '123456';

const MOST_VISITS = 1_000;

export function openVisit(world: World, request: AuthorizationRequest): Visit {
  const visit: Visit = {
    ...request,
    id: randomHex40(),
    step: 'sign-in',
    advertiserIds: [],
    scopes: request.app.scopes,
  };
  world.visits.set(visit.id, visit);
  const oldest = world.visits.keys().next().value;
  if (world.visits.size > MOST_VISITS && oldest) world.visits.delete(oldest);
  return visit;
}

/** Takes what the person sent in. Answers the address to go to when the way ends at the app, else nothing. */
export function proceed(world: World, visit: Visit, form: URLSearchParams): string | undefined {
  visit.problem = undefined;
  if (form.get('action') === 'cancel') {
    visit.step = 'left';
    return undefined;
  }
  switch (visit.step) {
    case 'sign-in':
      return signIn(world, visit, form);
    case 'permissions':
      return choose(world, visit, form);
    case 'code':
      return verify(world, visit, form);
    case 'left':
      return undefined;
  }
}

function signIn(world: World, visit: Visit, form: URLSearchParams): undefined {
  const user = world.users.get(form.get('user') ?? '');
  if (!user) return;
  visit.userId = user.id;
  visit.step = 'permissions';
}

function choose(world: World, visit: Visit, form: URLSearchParams): string | undefined {
  const own = world.users.get(visit.userId ?? '')?.advertiserIds ?? [];
  const ticked = new Set(form.getAll('advertiser'));
  visit.advertiserIds = form.get('all') === 'yes' ? own : own.filter((id) => ticked.has(id));
  visit.scopes = collapseScopes(form.getAll('scope'));
  if (form.get('agreement') !== 'yes') {
    visit.problem = 'Please agree to the Platform Service Agreement.';
    return undefined;
  }
  if (recentlyVerified(world, visit.app.id, visit.userId ?? '')) return finish(world, visit);
  visit.step = 'code';
  return undefined;
}

function verify(world: World, visit: Visit, form: URLSearchParams): string | undefined {
  if (form.get('action') === 'send') {
    visit.codeSent = true;
    return undefined;
  }
  if (!visit.codeSent || form.get('code')?.trim() !== VERIFICATION_CODE) {
    visit.problem = 'The verification code is incorrect.';
    return undefined;
  }
  rememberVerification(world, visit.app.id, visit.userId ?? '');
  return finish(world, visit);
}

function finish(world: World, visit: Visit): string | undefined {
  const user = world.users.get(visit.userId ?? '');
  if (!user || world.faults.take('portal/confirm', visit.app.id)) {
    visit.problem = 'Authorization failed. Please try again later.';
    return undefined;
  }
  world.visits.delete(visit.id);
  return consent(world, visit, { user, advertiserIds: visit.advertiserIds, scopes: visit.scopes });
}
