import { expect, it } from 'vitest';
import { ApiError } from '@/lib/api-error';
import { refusalOf } from './refusal-of';

it('finds what TikTok said', () => {
  const data = {
    tiktok: { code: 40113, message: '', request_id: '2026112312000001', endpoint: 'revoke', httpStatus: 200 },
    classification: { key: 'app_blocked', who: 'operator' },
    ambiguous: false,
  };
  expect(refusalOf(new ApiError('upstream', 'TikTok refused.', data))).toEqual({
    key: 'app_blocked',
    code: 40113,
    message: null,
    requestId: '2026112312000001',
  });
});

it.each([new ApiError('conflict', 'No.', { reason: 'reauthorized' }), new TypeError('Failed to fetch')])(
  'finds nothing in %s',
  (error) => expect(refusalOf(error)).toBeNull(),
);
