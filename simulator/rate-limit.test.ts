import { describe, expect, test } from 'vitest';
import type { App } from './model';
import { RateLimiter } from './rate-limit';
import { openTikTok } from './test-client';

const basic = { id: '1', tier: 'Basic' } as App;
const NOON = Date.UTC(2026, 10, 22, 12);
const hits = (limiter: RateLimiter, count: number, now: number) =>
  Array.from({ length: count }, () => limiter.hit(basic, now));

describe('a Basic app', () => {
  test('may call ten times a second, and again in the next', () => {
    const limiter = new RateLimiter();
    expect(hits(limiter, 11, NOON).at(-2)).toBeUndefined();
    expect(limiter.hit(basic, NOON)).toBe('second');
    expect(limiter.hit(basic, NOON + 1_000)).toBeUndefined();
  });

  test('that passes 600 a minute is shut out for five minutes', () => {
    const limiter = new RateLimiter();
    for (let second = 0; second < 60; second++) hits(limiter, 10, NOON + second * 1_000);
    expect(limiter.hit(basic, NOON + 59_999)).toBe('minute');
    expect(limiter.hit(basic, NOON + 4 * 60_000)).toBe('minute');
    expect(limiter.hit(basic, NOON + 59_999 + 5 * 60_000)).toBeUndefined();
  });

  test('that passes the limit of the day waits for 00:00 UTC', () => {
    const limiter = new RateLimiter();
    hits(limiter, 864_000, NOON);
    expect(limiter.hit(basic, NOON + 3_600_000)).toBe('day');
    expect(limiter.hit(basic, NOON + 12 * 3_600_000)).toBeUndefined();
  });
});

test('a call too many answers 40100 with HTTP 200, spends no code, and is held against the app', async () => {
  const tiktok = await openTikTok({ settings: { rateLimits: 'enforce' } });
  const codes = Array.from({ length: 40 }, () => tiktok.code('sato'));
  const replies = await Promise.all(codes.map((code) => tiktok.exchange(code)));
  const refused = replies.filter((reply) => reply.code === 40100);
  expect(refused.length).toBeGreaterThan(10);
  expect(refused[0]).toMatchObject({ status: 200, message: 'App reaches the QPS limit.' });
  expect(tiktok.world.traffic.violations).toHaveLength(refused.length);
  expect([...tiktok.world.codes.values()].filter((code) => code.status === 'fresh')).toHaveLength(refused.length);
  await tiktok.close();
});

test('counting only, the breach is noted and the call answered', async () => {
  const tiktok = await openTikTok();
  const codes = Array.from({ length: 40 }, () => tiktok.code('sato'));
  const replies = await Promise.all(codes.map((code) => tiktok.exchange(code)));
  expect(replies.every((reply) => reply.code === 0)).toBe(true);
  expect(tiktok.world.traffic.violations.length).toBeGreaterThan(10);
  await tiktok.close();
});
