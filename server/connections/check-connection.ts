import 'server-only';
import type { Connection } from '@/contract/connections';
import type { Actor } from '@/server/auth/actor';
import { runCheck } from '@/server/checks/run-check';
import { getConnection } from './get-connection';

/** Asks TikTok now, within five seconds. Where it could not tell, `lastCheckError` says so beside the last known state. */
export async function checkConnection(actor: Actor, { id }: { id: string }): Promise<Connection> {
  await runCheck(actor, { id, trigger: 'person' });
  return getConnection(actor, { id });
}
