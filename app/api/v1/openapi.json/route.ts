import { openApiDocument } from '@/server/openapi';

export const dynamic = 'force-dynamic';

export async function GET(): Promise<Response> {
  return Response.json(await openApiDocument(), { headers: { 'cache-control': 'no-cache' } });
}
