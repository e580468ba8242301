import { afterAll, beforeAll } from 'vitest';
import { putApp } from '@/simulator/control/world';
import { startSimulator, type Simulator } from '@/simulator/server';
import { env } from '@/server/env';
import { createAppRow, testSecret, type TestTeam } from '@/test/factories';

let simulator: Simulator | undefined;

/** Gives a test file its own TikTok, which the product then calls. */
export function useTikTok(): { current: Simulator } {
  beforeAll(async () => {
    simulator = await startSimulator({ settings: { rateLimits: 'count' } });
    const { url, sandboxUrl } = simulator;
    Object.assign(env(), { TIKTOK_API_URL: url, TIKTOK_PORTAL_URL: url, TIKTOK_SANDBOX_URL: sandboxUrl });
  });
  afterAll(() => simulator?.close());
  return {
    get current() {
      if (!simulator) throw new Error('TikTok is started by beforeAll');
      return simulator;
    },
  };
}

/** An app that both sides know; TikTok takes any redirect URL for it. */
export async function createKnownApp(team: TestTeam, columns: Parameters<typeof createAppRow>[1] = {}) {
  const app = await createAppRow(team, columns);
  if (!simulator || app.appId === null) throw new Error('An app that TikTok knows needs a TikTok and an App ID');
  putApp(simulator.world, { id: app.appId, secret: testSecret });
  return { ...app, appId: app.appId };
}
