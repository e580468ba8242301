import 'server-only';
import { Prisma } from '@/server/database/generated/client';
import { AppError } from '@/server/errors';

/** @throws AppError conflict, in place of the database's own error about a name that another tag of the team has */
export async function nameTaken<T>(change: Promise<T>): Promise<T> {
  try {
    return await change;
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') {
      throw new AppError('conflict', 'The team has a tag of this name.', { data: { field: 'name' }, cause: error });
    }
    throw error;
  }
}
