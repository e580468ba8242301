import 'server-only';
import type { Connection } from '@/contract/connections';
import type { Actor } from '@/server/auth/actor';
import { findConnection } from './find-connection';
import { toConnection } from './to-connection';

export async function getConnection(actor: Actor, { id }: { id: string }): Promise<Connection> {
  return toConnection(await findConnection(actor, id));
}
