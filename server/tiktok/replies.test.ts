import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scriptedServer } from '@/test/scripted-server';
import { listAdvertisers, advertiserInfo } from './advertisers';
import { readExchangeReply } from './exchange';
import { revoke } from './revoke';
import { TikTokError } from './tiktok-error';
import { tikTokUser } from './user';

const server = scriptedServer();
const host = () => ({ apiUrl: server.url, portalUrl: '', sandbox: false });
const app = { appId: '7010666682221854722', secret: 's'.repeat(40) };
const accessToken = 'a'.repeat(40);
const replyOf = (text: string, httpStatus = 200) => ({ httpStatus, body: Buffer.from(text) });

const real =
  '{"code":0,"message":"OK","request_id":"202506191133093EEF0D1F158B6D6EED6B","data":{"access_token":"' +
  accessToken +
  '","advertiser_ids":["7010666682221854723","7506699247866085393"],"scope":[210,7043626160646946818,10,9007199254740993]}}';

describe('the answer to an exchange', () => {
  test('keeps every id as TikTok wrote it', () => {
    expect(readExchangeReply(replyOf(real))).toEqual({
      accessToken,
      scopes: ['210', '7043626160646946818', '10', '9007199254740993'],
      advertiserIds: ['7010666682221854723', '7506699247866085393'],
      requestId: '202506191133093EEF0D1F158B6D6EED6B',
    });
  });

  test.each([
    [
      'ids as bare numbers, as in v1.2',
      '{"advertiser_ids":[7010666682221854723],"scope":[4]}',
      ['7010666682221854723'],
      ['4'],
    ],
    ['none ticked', '{"advertiser_ids":[],"scope":[]}', [], []],
    ['not said', '{}', null, []],
    ['null', '{"advertiser_ids":null,"scope":null}', null, []],
    ['a list of which nothing can be read', '{"advertiser_ids":[null,"x"],"scope":7}', null, ['7']],
    ['twice the same', '{"advertiser_ids":["1","1"],"scope":[4,"4"]}', ['1'], ['4']],
    ['scope as text', '{"advertiser_ids":[1.5,2],"scope":"[1,3,4]"}', ['2'], ['1', '3', '4']],
    [
      'names instead of ids',
      '{"advertiser_ids":{},"scope":"user.info.basic,video.list"}',
      null,
      ['user.info.basic', 'video.list'],
    ],
  ])('%s', (_, rest, advertiserIds, scopes) => {
    const data = rest.replace('{', `{"access_token":"${accessToken}"${rest === '{}' ? '' : ','}`);
    expect(readExchangeReply(replyOf(`{"code":0,"data":${data}}`))).toMatchObject({
      accessToken,
      advertiserIds,
      scopes,
    });
  });

  test('`code` decides, not the HTTP status', () => {
    expect(readExchangeReply(replyOf(real, 500)).accessToken).toBe(accessToken);
    const refused = real.replace('"code":0', '"code":40110');
    expect(() => readExchangeReply(replyOf(refused))).toThrow(/40110/);
  });

  test.each([
    'null',
    '""',
    '"short"',
    '1234567890123456789012345',
    `"${'a'.repeat(4097)}"`,
    '"aaaaaaaaaaaaaaaaaaaa\\n"',
    '["a"]',
  ])('a token that is %s is none', (token) => {
    const body = replyOf(`{"code":0,"data":{"access_token":${token}}}`);
    expect(failureIn(() => readExchangeReply(body))).toMatchObject({ tiktok: { kind: 'no_token' }, ambiguous: true });
  });

  test('cut at every byte it holds no token', () => {
    const bytes = Buffer.from(real);
    for (let length = 0; length < bytes.length; length++) {
      const reply = { httpStatus: 200, body: bytes.subarray(0, length), cut: 'cut_off' as const };
      expect(failureIn(() => readExchangeReply(reply))).toMatchObject({ tiktok: { kind: 'cut_off' }, ambiguous: true });
    }
  });

  test.each([
    [404, '404 page not found', 'not_found_page', false],
    [429, 'slow down', 'rate_limited', false],
    [502, '<html>Bad Gateway</html>', 'server_error', true],
    [200, '<html><script>alert(1)</script></html>', 'unreadable', true],
    [200, '', 'unreadable', true],
    [200, '{"code":"0","data":{}}', 'unreadable', true],
    [200, `{"code":0,"code":1,"data":{}}`, 'unreadable', true],
    [200, '['.repeat(100_000), 'unreadable', true],
  ])('HTTP %i %#: %s', (status, text, kind, ambiguous) => {
    expect(failureIn(() => readExchangeReply(replyOf(text, status)))).toMatchObject({
      tiktok: { kind, httpStatus: status },
      ambiguous,
    });
  });

  test('after a system error TikTok may still have spent the code', () => {
    const ambiguous = (code: number) => failureIn(() => readExchangeReply(replyOf(`{"code":${code}}`))).ambiguous;
    expect([50000, 50002, 51010, 20001].map(ambiguous)).toEqual([true, true, true, true]);
    expect([40100, 40110, 40101, 40002].map(ambiguous)).toEqual([false, false, false, false]);
  });

  test('of any shape: a token only where code is 0 and the token a string, else TikTokError', () => {
    const leaf = fc.oneof(fc.constantFrom(0, 20001, 40110, 50000, accessToken), fc.jsonValue({ maxDepth: 2 }));
    const field = (inner: fc.Arbitrary<unknown>) => fc.option(inner, { nil: undefined });
    const data = fc.record({ access_token: field(leaf), advertiser_ids: field(leaf), scope: field(leaf) });
    const shape = fc.oneof(
      leaf,
      fc.record({
        code: field(leaf),
        message: field(leaf),
        request_id: field(leaf),
        data: field(fc.oneof(leaf, data)),
      }),
    );
    fc.assert(
      fc.property(shape, fc.integer({ min: 200, max: 599 }), (value, status) => {
        const reply = replyOf(JSON.stringify(value) ?? '', status);
        try {
          const read = readExchangeReply(reply);
          expect(value).toMatchObject({ code: 0, data: { access_token: read.accessToken } });
        } catch (error) {
          expect(error).toBeInstanceOf(TikTokError);
        }
      }),
      { numRuns: 5000 },
    );
  });
});

describe('the other answers', () => {
  test('advertisers in a hundred per call, described, with what is odd left out', async () => {
    const asked: string[][] = [];
    server.answer = (request, response) => {
      const ids: string[] = JSON.parse(new URL(request.url ?? '', server.url).searchParams.get('advertiser_ids') ?? '');
      asked.push(ids);
      const rows = ids.map(
        (id) =>
          `{"advertiser_id":${id},"name":"店","create_time":1640000000,"owner_bc_id":7078191955347259394,"currency":7}`,
      );
      response.end(`{"code":0,"data":{"list":[${rows.join()}]}}`);
    };
    const ids = Array.from({ length: 250 }, (_, index) => String(7010666682221854722n + BigInt(index)));
    const rows = [];
    for await (const batch of advertiserInfo(host(), accessToken, ids)) rows.push(...batch);
    expect(asked.map(({ length }) => length)).toEqual([100, 100, 50]);
    expect(rows.map(({ advertiserId }) => advertiserId)).toEqual(ids);
    expect(rows[0]).toMatchObject({ name: '店', currency: null, company: null, ownerBcId: '7078191955347259394' });
    expect(rows[0]?.createdAt).toEqual(new Date('2021-12-20T11:33:20Z'));
  });

  test('an ad account described as v1.2 does is read as well', async () => {
    server.reply('{"code":0,"data":{"list":[{"id":7010666682221854723,"name":"店","currency":"JPY"}]}}');
    const { value } = await advertiserInfo(host(), accessToken, ['7010666682221854723']).next();
    expect(value).toMatchObject([{ advertiserId: '7010666682221854723', name: '店', currency: 'JPY' }]);
  });

  test('a list that is null is empty, one that is missing or odd is unreadable', async () => {
    server.reply('{"code":0,"data":{"list":null}}');
    expect(await listAdvertisers(host(), app, accessToken)).toEqual([]);
    for (const data of ['{}', 'null', '[]', '{"list":[{}]}', '{"list":[{"advertiser_id":"x"}]}', '{"list":{}}']) {
      server.reply(`{"code":0,"data":${data}}`);
      await expect(listAdvertisers(host(), app, accessToken)).rejects.toMatchObject({
        data: { tiktok: { kind: 'unreadable' } },
      });
    }
  });

  test('a user whose every field is odd is still a living token', async () => {
    server.reply('{"code":0,"data":{"core_user_id":{},"display_name":7,"email":null,"create_time":"soon"}}');
    const nobody = { coreUserId: null, displayName: null, maskedEmail: null, createdAt: null, avatarUrl: null };
    expect(await tikTokUser(host(), accessToken)).toEqual(nobody);
  });

  test('revoking a dead token has succeeded, whatever else fails has not', async () => {
    server.reply('{"code":0,"request_id":"r1","data":{"app_id":"1","advertiser_ids":[7010666682221854723]}}');
    expect(await revoke(host(), app, accessToken)).toEqual({
      alreadyDead: false,
      advertiserIds: ['7010666682221854723'],
      requestId: 'r1',
    });
    for (const code of [40105, 40102]) {
      server.reply(`{"code":${code},"message":"gone","request_id":"r2"}`);
      expect(await revoke(host(), app, accessToken)).toMatchObject({ alreadyDead: true, requestId: 'r2' });
    }
    server.reply('{"code":40113,"message":"no"}');
    await expect(revoke(host(), app, accessToken)).rejects.toMatchObject({
      data: { classification: { key: 'app_blocked' } },
    });
  });
});

function failureIn(run: () => unknown) {
  try {
    run();
  } catch (error) {
    if (error instanceof TikTokError) return error.data;
    throw error;
  }
  throw new Error('did not fail');
}
