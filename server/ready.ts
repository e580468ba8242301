import 'server-only';
import { db } from './database/client';
import { shared } from './shared';

const state = () => shared('readiness', () => ({ booted: false, draining: false }));

export const markBooted = (): void => void (state().booted = true);

/** From now on other instances shall be asked: this one finishes what it has begun. */
export const markDraining = (): void => void (state().draining = true);

/** Whether requests should be sent here. Asks the database, and waits no longer than a second for it. */
export async function isReady(): Promise<boolean> {
  const { booted, draining } = state();
  if (!booted || draining) return false;
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<false>((resolve) => (timer = setTimeout(resolve, 1000, false)));
  const answered = db.$queryRaw`SELECT 1`.then(
    () => true,
    () => false,
  );
  return Promise.race([answered, tooLate]).finally(() => clearTimeout(timer));
}
