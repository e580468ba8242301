import { isReady } from '@/server/ready';

export const dynamic = 'force-dynamic';

/** The process can answer: booted, not about to stop, and its database answers. */
export async function GET(): Promise<Response> {
  const ready = await isReady();
  return Response.json(
    { status: ready ? 'ready' : 'not ready' },
    { status: ready ? 200 : 503, headers: { 'cache-control': 'no-store', ...(!ready && { 'retry-after': '5' }) } },
  );
}
