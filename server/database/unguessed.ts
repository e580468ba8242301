import 'server-only';
import { Prisma } from './generated/client';

/**
 * An id, most often a team's, that the planner does not look up in its statistics. Of a team that they do not know yet
 * it expects one row, takes any index that begins with the team for as good as any other, and so goes through all of a
 * large team for each row that it looks up. For what is looked up by its key in a list, and in statements that run while a team grows;
 * what a list goes through is found with the team's own id, so that its size is known.
 */
export const unguessed = (id: string): Prisma.Sql => Prisma.sql`(SELECT ${id}::uuid)`;

/** Any of some, as in `c."appId" = ${anyUnguessed(ids)}`. */
export const anyUnguessed = (ids: string[]): Prisma.Sql => Prisma.sql`ANY(ARRAY[${Prisma.join(ids.map(unguessed))}])`;
