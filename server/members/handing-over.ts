import 'server-only';
import { db, type Transaction } from '@/server/database/client';
import { Prisma } from '@/server/database/generated/client';

/** Ten thousand connections change their owner in four seconds; who owns ten times as many hands them over as well. */
const longestMs = 120_000;
/** Something was given to them just now, or two waited for each other. */
const passing = ['P2003', 'P2034'];

/** A transaction in which somebody’s belongings change hands. One that came too late for another's is run again, whole. */
export async function handingOver(work: (tx: Transaction) => Promise<void>, tries = 3): Promise<void> {
  try {
    await db.$transaction(work, { timeout: longestMs });
  } catch (error) {
    const known = error instanceof Prisma.PrismaClientKnownRequestError && passing.includes(error.code);
    if (!known || tries <= 1) throw error;
    await handingOver(work, tries - 1);
  }
}
