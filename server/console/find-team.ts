import 'server-only';
import { db } from '@/server/database/client';
import { StartError } from '@/server/start-error';

/** The team of that slug; without one, the only team there is. @throws StartError that lists the slugs */
export async function findTeam(slug: string | undefined): Promise<{ id: string; slug: string; name: string }> {
  const teams = await db.team.findMany({ orderBy: { slug: 'asc' }, select: { id: true, slug: true, name: true } });
  const found =
    slug === undefined ? (teams.length === 1 ? teams[0] : undefined) : teams.find((one) => one.slug === slug);
  if (found) return found;
  const known = teams.map((one) => one.slug).join(', ');
  throw new StartError(
    slug === undefined
      ? `Name a team with --team: ${known || 'there is none yet'}.`
      : `There is no team ${slug}. There are: ${known}.`,
  );
}
