import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody, redirect } from '../http';
import { html } from '../html';
import type { Visit } from '../model';
import { sendPage } from '../page';
import type { World } from '../world';
import { PORTAL_PATHS, PortalRefusal, readAuthorizationRequest } from './authorized-url';
import { visitPage } from './pages';
import { openVisit, proceed } from './visit';

const VISIT_PATH = /^\/portal\/auth\/([0-9a-f]{40})$/;

/** The consent pages. False when the address is none of theirs. */
export async function handlePortal(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<boolean> {
  if (PORTAL_PATHS.includes(url.pathname) && request.method === 'GET') {
    arrive(world, response, url);
    return true;
  }
  const id = VISIT_PATH.exec(url.pathname)?.[1];
  if (id === undefined) return false;
  const visit = world.visits.get(id);
  if (!visit) sendRefusal(response, 'This page is no longer open. Start again at the app that sent you.');
  else if (request.method === 'POST') goOn(world, response, visit, new URLSearchParams(await readBody(request)));
  else show(world, response, visit);
  return true;
}

function arrive(world: World, response: ServerResponse, url: URL): void {
  try {
    const visit = openVisit(world, readAuthorizationRequest(world, url.searchParams));
    redirect(response, 303, addressOf(visit));
  } catch (error) {
    if (!(error instanceof PortalRefusal)) throw error;
    sendRefusal(response, error.message);
  }
}

function goOn(world: World, response: ServerResponse, visit: Visit, form: URLSearchParams): void {
  const callback = proceed(world, visit, form);
  if (callback === undefined) redirect(response, 303, addressOf(visit));
  else redirect(response, 302, callback);
}

function show(world: World, response: ServerResponse, visit: Visit): void {
  const { title, content } = visitPage(world, visit);
  sendPage(response, title, content);
}

function addressOf(visit: Visit): string {
  return `/portal/auth/${visit.id}`;
}

function sendRefusal(response: ServerResponse, message: string): void {
  const content = html`<h1>Authorization is not possible</h1>
    <p role="alert">${message}</p>
    <p>You may close this page.</p>`;
  sendPage(response, 'Authorization is not possible', content, { status: 400 });
}
