import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { tikTokCurl } from './tiktok-curl';
import { type TikTokEndpoint, tikTokEndpoints } from './tiktok-endpoints';

const call = { apiUrl: 'https://business-api.tiktok.com', appId: '7010666682221854722', advertiserIds: ["7'1", '72'] };

test('the exchange, line by line', () => {
  expect(tikTokCurl('exchange', call)).toBe(
    [
      `curl --request POST 'https://business-api.tiktok.com/open_api/v1.3/oauth2/access_token/' \\`,
      `  --header 'Content-Type: application/json' \\`,
      `  --data '{"app_id":"7010666682221854722","secret":"<SECRET>","auth_code":"<AUTH_CODE>"}'`,
    ].join('\n'),
  );
});

test.each(Object.keys(tikTokEndpoints) as TikTokEndpoint[])('a shell reads %s as it was meant', (endpoint) => {
  const words = execFileSync('sh', ['-c', tikTokCurl(endpoint, call).replace(/^curl/, `printf '%s\\n'`)], {
    encoding: 'utf8',
  });
  expect(words).toContain(`https://business-api.tiktok.com${tikTokEndpoints[endpoint].path}`);
  if (endpoint === 'advertiserInfo') expect(words).toContain(`advertiser_ids=["7'1","72"]`);
  if (endpoint !== 'exchange') expect(words).toContain('Access-Token: <ACCESS_TOKEN>');
});
