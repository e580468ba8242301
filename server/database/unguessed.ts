import 'server-only';
import { Prisma } from './generated/client';

/**
 * A team's id that the planner does not look up in its statistics. Of a team that they do not know yet it expects one
 * row, takes any index that begins with the team for as good as any other, and so goes through all of a large team for
 * each row that it looks up. For statements that run while a team grows.
 */
export const unguessed = (teamId: string): Prisma.Sql => Prisma.sql`(SELECT ${teamId}::uuid)`;
