import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll } from 'vitest';
import { db, disconnect } from '@/server/database/client';
import { newId } from '@/server/database/new-id';
import { openVault } from '@/server/vault/open';

/** For tests that use the database: opens the vault, and gives each a team of its own. */
await openVault();
// A courtesy to whoever runs beside: this process ends anyway, and what it holds with it.
afterAll(() => Promise.race([disconnect(), sleep(20_000, undefined, { ref: false })]));

export { db };

export async function newTeam(name = 'Team'): Promise<{ id: string; slug: string; name: string }> {
  const slug = `team-${newId()}`;
  return db.team.create({ data: { slug, name }, select: { id: true, slug: true, name: true } });
}
