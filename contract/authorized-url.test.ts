import { expect, test } from 'vitest';
import { readAuthorizedUrl } from './authorized-url';

const current =
  'https://business-api.tiktok.com/portal/auth?app_id=7010666682221854722&state=your_custom_params&redirect_uri=http%3A%2F%2F192.168.101.1%2Fcallback';
const legacy =
  'https://ads.tiktok.com/marketing_api/auth?app_id=7010666682221854722&state=your_custom_params&redirect_uri=http%3A%2F%2F192.168.101.1%2Fcallback&rid=deew2fu5w4';
const parts = {
  appId: '7010666682221854722',
  redirectUrl: 'http://192.168.101.1/callback',
  state: 'your_custom_params',
};

test.each([
  ['today’s form', current],
  ['the form before', legacy],
  ['escaped', current.replaceAll('&', '&amp;')],
  ['broken over lines', current.replace(/(.{20})/g, '$1\n')],
  ['in quotes', `「${current}」`],
  ['with a plain redirect URL', decodeURIComponent(current)],
  ['of a simulator', current.replace('https://business-api.tiktok.com', 'http://localhost:4010')],
])('reads an Authorized URL: %s', (_, pasted) => expect(readAuthorizedUrl(pasted)).toEqual(parts));

test('what is missing or odd is null, what is no Authorized URL too', () => {
  expect(readAuthorizedUrl('https://business-api.tiktok.com/portal/auth?app_id=1')).toEqual({
    appId: '1',
    redirectUrl: null,
    state: null,
  });
  expect(readAuthorizedUrl(current.replace('http%3A', 'javascript%3A'))).toMatchObject({ redirectUrl: null });
  expect(readAuthorizedUrl(current.replace('7010666682221854722', 'abc'))).toBeNull();
  expect(readAuthorizedUrl('https://business-api.tiktok.com/portal/docs')).toBeNull();
  expect(readAuthorizedUrl('')).toBeNull();
});
