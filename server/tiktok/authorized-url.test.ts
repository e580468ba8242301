import { expect, test } from 'vitest';
import { authorizedUrl } from './authorized-url';

test('is TikTok’s own form, byte for byte', () => {
  const to = { appId: '7010666682221854722', state: 'your_custom_params', redirectUrl: 'http://localhost:8080' };
  const expected =
    'https://business-api.tiktok.com/portal/auth?app_id=7010666682221854722&state=your_custom_params&redirect_uri=http%3A%2F%2Flocalhost%3A8080';
  expect(authorizedUrl({ ...to, portalUrl: 'https://business-api.tiktok.com' })).toBe(expected);
  expect(authorizedUrl({ ...to, portalUrl: 'https://business-api.tiktok.com/' })).toBe(expected);
});
