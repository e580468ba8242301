import { NextRequest } from 'next/server';
import { expect, test, vi } from 'vitest';
import { realLog } from '@/test/real-log';
import { POST } from './[...nextauth]/route';

test.each(['_log', '__proto__', 'constructor', 'verify-request', ''])('nobody is answered at %j', async (action) => {
  const logged = vi.spyOn(realLog(), 'error');
  const request = new NextRequest(`http://localhost:3000/api/auth/${action}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ level: 'error', code: 'made up by a stranger' }),
  });
  const { status } = await POST(request, { params: Promise.resolve({ nextauth: [action] }) });
  expect(status).toBe(404);
  expect(logged).not.toHaveBeenCalled();
});
