import 'server-only';
import { Prisma } from '@/server/database/generated/client';
import { AppError } from '@/server/errors';

/** Runs a write; where its name is another view's of the same person and list, says so. */
export async function namingTaken<Result>(name: string | undefined, write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    if (!(error instanceof Prisma.PrismaClientKnownRequestError) || error.code !== 'P2002') throw error;
    throw new AppError('conflict', `You have a view of this list called “${name}” already.`, {
      data: { reason: 'view_name_taken', field: 'name' },
      cause: error,
    });
  }
}
