import 'server-only';
import type { Env } from '@/server/env';
import { AppError } from '@/server/errors';
import { StartError } from '@/server/start-error';
import { createOwner } from './create-owner';
import { isSetupOpen } from './setup-code';

/** Makes the first owner from the configuration, where there is nobody yet. */
export async function ensureOwner({
  OWNER_EMAIL: email,
  OWNER_PASSWORD: password,
}: Pick<Env, 'OWNER_EMAIL' | 'OWNER_PASSWORD'>): Promise<void> {
  if (!email && !password) return;
  if (!(await isSetupOpen())) return;
  if (!email || !password) throw new StartError('OWNER_EMAIL and OWNER_PASSWORD make the first owner together.');
  try {
    await createOwner({ email, password });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    // Another instance was quicker.
    if (error.code === 'conflict') return;
    throw new StartError(`OWNER_PASSWORD: ${error.message}`);
  }
}
