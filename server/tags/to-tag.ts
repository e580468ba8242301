import 'server-only';
import type { Tag } from '@/contract/tags';
import type { Prisma } from '@/server/database/generated/client';

export const tagSelect = {
  id: true,
  name: true,
  _count: { select: { connectionTags: { where: { connection: { archivedAt: null } } } } },
} as const satisfies Prisma.TagSelect;

export type TagRow = Prisma.TagGetPayload<{ select: typeof tagSelect }>;

/** Archived connections keep their tags, and are not counted. */
export function toTag({ _count, ...row }: TagRow): Tag {
  return { ...row, connectionCount: _count.connectionTags };
}
