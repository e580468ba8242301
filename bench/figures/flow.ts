import { peopleAtTikTok, sayYes } from '../attempts';
import { caller, inLoop } from '../drive';
import type { Figure } from '../figure';

const count = 600;

/** From nothing to a connection that can be read: make the URL, say yes at TikTok, come back, read what came of it. */
export const flow: Figure = {
  name: 'flow',
  async measure(stage) {
    const { appUrl, tiktokUrl, app, headers } = stage;
    const people = await peopleAtTikTok(stage);
    const browser = caller(appUrl);
    const tiktok = caller(tiktokUrl);
    const get = async (path: string) =>
      JSON.parse((await browser.send(path, { headers })).text) as Record<string, string>;
    const driven = await inLoop(count, 10, async (n) => {
      const made = await browser.send(`/api/v1/apps/${app.id}/authorizations`, { method: 'POST', headers, body: {} });
      const { id, url } = JSON.parse(made.text) as { id: string; url: string };
      const cookie = [
        headers.cookie,
        ...[made.headers['set-cookie'] ?? []].flat().map((line) => line.split(';')[0]),
      ].join('; ');
      const path = await sayYes(tiktok, url, people[n % people.length]!);
      await browser.send(path, { headers: { cookie } });
      const { connectionId } = await get(`/api/v1/authorizations/${id}`);
      return (await get(`/api/v1/connections/${connectionId}`)).id === connectionId;
    });
    await Promise.all([browser.close(), tiktok.close()]);
    if (driven.refused > 0) throw new Error(`${driven.refused} of ${count} flows did not end in a connection.`);
    return [
      { what: 'whole flow, c=10', value: driven.perSecond, unit: '/s', target: { atLeast: 120 } },
      { what: 'whole flow, p50', value: driven.p50, unit: 'ms' },
    ];
  },
};
