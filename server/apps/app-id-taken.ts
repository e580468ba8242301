import 'server-only';
import { db } from '@/server/database/client';
import { Prisma } from '@/server/database/generated/client';
import { AppError } from '@/server/errors';

/** Runs a write; where the App ID is another app's already, says which. */
export async function namingHolder<Result>(
  { teamId, appId }: { teamId: string; appId: string | null | undefined },
  write: () => Promise<Result>,
): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    const taken = error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';
    const holder = taken && appId ? await findHolder(teamId, appId) : null;
    if (!holder) throw error;
    throw new AppError('conflict', `App ID ${appId} is registered already, as “${holder.name}”.`, {
      data: { reason: 'app_id_taken', field: 'appId', app: holder },
      cause: error,
    });
  }
}

function findHolder(teamId: string, appId: string) {
  return db.app.findUnique({ where: { teamId_appId: { teamId, appId } }, select: { id: true, name: true } });
}
