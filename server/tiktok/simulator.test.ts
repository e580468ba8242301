import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPasted } from '@/contract/pasted';
import { type Simulator, startSimulator } from '@/simulator/server';
import { advertiserInfo, listAdvertisers } from './advertisers';
import { authorizedUrl } from './authorized-url';
import { exchange, readExchangeReply } from './exchange';
import { hostFor } from './host';
import { revoke } from './revoke';
import { tikTokUser } from './user';

const app = { appId: '7010666682221854722', secret: 'f0'.repeat(20) };
const redirectUrl = 'http://192.168.101.1/callback';

let simulator: Simulator;
beforeAll(async () => {
  const known = { id: app.appId, secret: app.secret, redirectUrls: [redirectUrl] };
  simulator = await startSimulator({ apps: [known], settings: { rateLimits: 'count' } });
});
afterAll(() => simulator.close());

function hosts() {
  const env = {
    TIKTOK_API_URL: simulator.url,
    TIKTOK_PORTAL_URL: simulator.url,
    TIKTOK_SANDBOX_URL: simulator.sandboxUrl,
  };
  return { production: hostFor('production', env), sandbox: hostFor('sandbox', env) };
}

function consent(user: string, advertiserIds?: string[]): string {
  const url = authorizedUrl({ portalUrl: simulator.url, appId: app.appId, state: 's'.repeat(43), redirectUrl });
  const pasted = readPasted(simulator.authorize({ url, user, advertiserIds }));
  if (pasted.kind !== 'code') throw new Error(pasted.kind);
  expect(pasted).toMatchObject({ state: 's'.repeat(43), redirectUrl });
  return pasted.code;
}

const connect = async (user: string, advertiserIds?: string[]) =>
  readExchangeReply(await exchange(hosts().production, app, consent(user, advertiserIds)));

describe('against the simulator', () => {
  test('from the Authorized URL to a token, its advertisers and its person, to the end of it', async () => {
    const { production } = hosts();
    const { accessToken, advertiserIds, scopes } = await connect('sato');
    expect(scopes.length).toBeGreaterThan(0);
    const listed = await listAdvertisers(production, app, accessToken);
    expect(listed.map(({ advertiserId }) => advertiserId).sort()).toEqual([...(advertiserIds ?? [])].sort());
    for await (const rows of advertiserInfo(production, accessToken, advertiserIds ?? [])) {
      expect(rows.map(({ name }) => name).sort()).toEqual(listed.map(({ name }) => name).sort());
      for (const row of rows) expect(row).toMatchObject({ currency: expect.any(String), createdAt: expect.any(Date) });
    }
    expect(await tikTokUser(production, accessToken)).toMatchObject({ displayName: '佐藤 花子' });
    expect(await revoke(production, app, accessToken)).toMatchObject({ alreadyDead: false });
    expect(await revoke(production, app, accessToken)).toMatchObject({ alreadyDead: true });
    await expect(tikTokUser(production, accessToken)).rejects.toMatchObject({
      data: { tiktok: { code: 40105 }, classification: { key: 'token_rejected', state: 'auth_broken' } },
    });
  });

  test('ten thousand ad accounts, and none', async () => {
    const { accessToken, advertiserIds } = await connect('enterprise');
    expect(advertiserIds).toHaveLength(10_000);
    expect(await listAdvertisers(hosts().production, app, accessToken)).toHaveLength(10_000);
    expect((await connect('sato', [])).advertiserIds).toEqual([]);
  });

  test('a code works once, and only with the right secret', async () => {
    const { production } = hosts();
    const code = consent('sato');
    const wrong = await exchange(production, { ...app, secret: '0'.repeat(40) }, code);
    expect(() => readExchangeReply(wrong)).toThrow(/401\d\d/);
    const again = consent('sato');
    await exchange(production, app, again);
    const second = await exchange(production, app, again);
    expect(() => readExchangeReply(second)).toThrow(/40110/);
  });

  test('the sandbox has its own address', async () => {
    await expect(tikTokUser(hosts().sandbox, 'x'.repeat(40))).rejects.toMatchObject({
      data: { tiktok: { endpoint: 'user', kind: 'refused' } },
    });
  });
});
