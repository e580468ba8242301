import { ORPCError, ValidationError } from '@orpc/contract';
import { expect, it, vi } from 'vitest';
import { AppError } from '@/server/errors';
import { TikTokError } from '@/server/tiktok/tiktok-error';
import { tikTokMeaning } from '@/contract/tiktok-codes';
import { realLog } from '@/test/real-log';
import { errorBody, errorResponse, toAppError } from './border';

const issues = [{ message: 'Too small', path: ['rows', 0, { key: 'name' }] }];
const cause = (data: unknown) => new ValidationError({ message: 'Validation failed', issues, data });

it('lets our own errors through, their cause excepted', async () => {
  const error = new AppError('conflict', 'In use.', { data: { connections: 3 }, cause: new Error('secret') });
  const response = errorResponse(toAppError(error, 'x'));
  expect(response.status).toBe(409);
  expect(await response.json()).toEqual({ code: 'conflict', message: 'In use.', data: { connections: 3 } });
});

it('keeps what TikTok said under data.tiktok', () => {
  const tiktok = {
    code: 40105,
    message: 'Access token is incorrect or has been revoked.',
    request_id: '2023',
    endpoint: 'user' as const,
    httpStatus: 200,
    kind: 'refused' as const,
  };
  const error = new TikTokError({ tiktok, classification: tikTokMeaning('token_rejected'), ambiguous: false });
  expect(errorBody(toAppError(error, 'x'))).toMatchObject({ code: 'upstream', data: { tiktok } });
});

it('says which part of an input is wrong, and repeats none of it', () => {
  const error = new ORPCError('BAD_REQUEST', { cause: cause({ password: 'hunter2' }), data: { issues } });
  const body = errorBody(toAppError(error, 'x'));
  expect(body).toMatchObject({ code: 'invalid_input', data: { issues: [{ path: ['rows', '0', 'name'] }] } });
  expect(JSON.stringify(body)).not.toContain('hunter2');
});

it.each([
  ['our own output has the wrong shape', new ORPCError('INTERNAL_SERVER_ERROR', { cause: cause({ token: 'act.1' }) })],
  ['anything else is thrown', new TypeError('cannot read act.1 of undefined')],
  ['a verb throws what looks like a bad request', new ORPCError('BAD_REQUEST', { message: 'act.1' })],
  ['something is thrown that is no error', 'act.1'],
])('blames itself when %s, and gives a reference to the log', (_, error) => {
  const logged = vi.spyOn(realLog(), 'error');
  const { code, message, data } = toAppError(error, 'apps.list');
  expect(code).toBe('internal');
  expect(message + JSON.stringify(data)).not.toContain('act.1');
  expect(message).toContain((data as { reference: string }).reference);
  expect(logged).not.toHaveBeenCalledWith(expect.objectContaining({ data: expect.anything() }), expect.anything());
});
