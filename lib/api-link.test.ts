import { describe, expect, it, vi } from 'vitest';
import { clientOver, toRequest } from './api-link';

describe('a call of the API', () => {
  it('has in its path what the path names, and the rest of a GET in its query', () => {
    expect(toRequest(['connections', 'advertisers'], { id: 'a/b', q: '東京 & 大阪', cursor: undefined })).toEqual({
      method: 'GET',
      address: `/connections/a%2Fb/advertisers?q=${encodeURIComponent('東京')}+%26+${encodeURIComponent('大阪')}`,
    });
    expect(toRequest(['session', 'get'], {})).toMatchObject({ method: 'GET', address: '/session' });
  });

  it('sends what changes something as JSON, with nulls and without what was left out', () => {
    const { method, address, body } = toRequest(['connections', 'update'], { id: '1', notes: null, name: undefined });
    expect([method, address, body]).toEqual(['PATCH', '/connections/1', '{"notes":null}']);
    expect(toRequest(['connections', 'check'], { id: '1' })).toEqual({
      method: 'POST',
      address: '/connections/1/check',
      body: undefined,
    });
  });

  it('is refused for what is no operation', () => {
    expect(() => toRequest(['connections', 'forget'], {})).toThrow('connections.forget');
    expect(() => toRequest(['connections'], {})).toThrow();
  });
});

describe('a client', () => {
  type Client = { connections: { list: (input: unknown, options?: object) => Promise<unknown> } };

  it('calls the operation that its path names', async () => {
    const call = vi.fn(async () => 'rows');
    const client = clientOver(call) as Client;
    const signal = new AbortController().signal;
    expect(await client.connections.list({ limit: 1 }, { signal })).toBe('rows');
    expect(call).toHaveBeenCalledExactlyOnceWith(['connections', 'list'], { limit: 1 }, { signal });
  });

  it('can be waited for without calling anything', async () => {
    const call = vi.fn();
    await (clientOver(call) as Client).connections;
    expect(call).not.toHaveBeenCalled();
  });
});
