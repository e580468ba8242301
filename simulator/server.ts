import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { authorize, type AuthorizeInput } from './control/authorize';
import { handleControl, type Stage } from './control/handle';
import { CONTROL_PREFIX } from './control/prefix';
import { putApp, type AppInput } from './control/world';
import { redirect, send } from './http';
import { handleOpenApi } from './open-api/handle';
import { handlePortal } from './portal/handle';
import { defaultSeed } from './seed/seed';
import type { Settings } from './settings';
import { World } from './world';

export interface SimulatorOptions {
  /** 0 (the default) takes any free port. */
  port?: number;
  /** 127.0.0.1 unless told. */
  host?: string;
  /** Added to the default apps. */
  apps?: AppInput[];
  settings?: Partial<Settings>;
  /** Gets one line per request: method, path, status, milliseconds. Never a query, a body or a header. */
  log?: (line: string) => void;
}

export interface Simulator {
  /** `http://127.0.0.1:4010`: what TIKTOK_API_URL and TIKTOK_PORTAL_URL point at. */
  url: string;
  /** What TIKTOK_SANDBOX_URL points at. */
  sandboxUrl: string;
  port: number;
  /** The world as it is now; another object after `reset`. */
  readonly world: World;
  /** What a person does in the browser: the address TikTok would redirect to. */
  authorize(input: AuthorizeInput): string;
  /** Everything as it was at the start. */
  reset(): void;
  /** Ends every connection, hanging ones too. */
  close(): Promise<void>;
}

/** Starts a stand-in TikTok in this process. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const stage: Stage = {
    world: newWorld(options),
    reset: () => void (stage.world = newWorld(options)),
  };
  const server = createServer((request, response) => {
    if (options.log) logWhenDone(request, response, options.log);
    route(stage, request, response).catch(() => response.destroy());
  });
  const host = options.host ?? '127.0.0.1';
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port ?? 0, host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const url = `http://${host}:${port}`;
  return {
    url,
    sandboxUrl: `${url}/sandbox`,
    port,
    get world() {
      return stage.world;
    },
    authorize: (input) => authorize(stage.world, input).location,
    reset: stage.reset,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function newWorld(options: SimulatorOptions): World {
  const world = new World(defaultSeed(), options.settings);
  options.apps?.forEach((app) => putApp(world, app));
  return world;
}

async function route(stage: Stage, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://simulator');
  const { pathname } = url;
  if (pathname === CONTROL_PREFIX || pathname.startsWith(`${CONTROL_PREFIX}/`)) {
    return handleControl(stage, request, response, url);
  }
  if (pathname === '/') return redirect(response, 303, CONTROL_PREFIX);
  if (/^(\/sandbox)?\/open_api\//.test(pathname)) return handleOpenApi(stage.world, request, response, url);
  if (await handlePortal(stage.world, request, response, url)) return;
  send(response, 404, '404 page not found', 'text/plain');
}

function logWhenDone(request: IncomingMessage, response: ServerResponse, log: (line: string) => void): void {
  const startedAt = performance.now();
  const path = (request.url ?? '/').split('?')[0];
  response.once('close', () => {
    const outcome = response.writableFinished ? response.statusCode : 'broken off';
    log(`${request.method} ${path} ${outcome} ${Math.round(performance.now() - startedAt)} ms`);
  });
}
