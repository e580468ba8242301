import { ORPCError } from '@orpc/client';
import { expect, it } from 'vitest';
import { refusalOf } from './refusal-of';

it('finds what TikTok said', () => {
  const data = {
    tiktok: { code: 40113, message: '', request_id: '2026112312000001', endpoint: 'revoke', httpStatus: 200 },
    classification: { key: 'app_blocked', who: 'operator' },
    ambiguous: false,
  };
  expect(refusalOf(new ORPCError('upstream', { data }))).toEqual({
    key: 'app_blocked',
    code: 40113,
    message: null,
    requestId: '2026112312000001',
  });
});

it.each([new ORPCError('conflict', { data: { reason: 'reauthorized' } }), new TypeError('Failed to fetch')])(
  'finds nothing in %s',
  (error) => expect(refusalOf(error)).toBeNull(),
);
