import { expect, it } from 'vitest';
import { redact } from '@/server/redact';

const canary = 'c4n4ry-0123456789-abcdefghijklmnopqrstuvwxyz';

it.each([
  { secret: canary },
  { app: { newSecret: canary, accessToken: canary } },
  { body: { auth_code: canary, authCode: canary, access_token: canary } },
  { headers: { authorization: `Bearer ${canary}`, cookie: `session=${canary}` } },
  { state: canary },
  { tokenSealed: Buffer.from(canary) },
  { url: `https://example.com/callback?auth_code=${canary}&state=${canary}` },
  { url: new URL(`https://example.com/oauth2/advertiser/get/?app_id=1&secret=${canary}`) },
  [`GET /callback?auth_code=${canary}`],
  { note: `Authorization: Bearer ${canary}` },
  { err: new Error(`fetch https://example.com/?secret=${canary} failed`, { cause: { token: canary } }) },
  { deep: { deep: { deep: { deep: { deep: { deep: { deep: canary } } } } } } },
])('lets no secret through: %j', (value) => {
  expect(JSON.stringify(redact(value))).not.toContain(canary);
});

it('lets no key of ours through, wherever it stands', () => {
  const key = `gb_${'a1B2c3D4e5'.repeat(5).slice(0, 49)}`;
  expect(redact({ note: `tried ${key}, in vain`, path: `/x/${key}` })).toEqual({
    note: 'tried gb_[redacted], in vain',
    path: '/x/gb_[redacted]',
  });
});

it('leaves what one wants to read', () => {
  const line = {
    connectionId: '1',
    state: 'auth_broken',
    code: 40105,
    authorizationId: '2',
    at: new Date(0),
    ok: true,
  };
  expect(redact(line)).toEqual(line);
  expect(redact({ tokens: 3, password: null })).toEqual({ tokens: 3, password: null });
  expect(redact('Is it healthy? Yes')).toBe('Is it healthy? Yes');
});

it('keeps of an error what helps to find it', () => {
  const error = Object.assign(new TypeError('wrong'), { code: 'E1', query: canary });
  expect(redact(error)).toEqual({
    name: 'TypeError',
    code: 'E1',
    message: 'wrong',
    stack: expect.stringContaining('redact.test'),
  });
});

it('keeps of a rejected query the reason and not the values', () => {
  const error = Object.assign(
    new Error(`\nInvalid invocation:\n\n{ data: { secret: "${canary}" } }\n\nUnknown argument.`),
    {
      name: 'PrismaClientValidationError',
    },
  );
  expect(JSON.stringify(redact(error))).not.toContain(canary);
  expect(redact(error)).toMatchObject({ message: 'Unknown argument.' });
});
