import 'server-only';
import { log } from '@/server/log';
import { refreshVault } from '@/server/vault/refresh';
import { TamperedError } from '@/server/vault/tampered-error';
import { SecretTamperedError } from './secret-tampered-error';

/** Opens it once more where that fails: another instance may use a data key that this one has not read yet. */
export async function openTwice<Opened>(open: () => Promise<Opened> | Opened): Promise<Opened> {
  try {
    return await open();
  } catch (error) {
    if (!(error instanceof TamperedError || error instanceof SecretTamperedError)) throw error;
  }
  await refreshVault();
  try {
    return await open();
  } catch (error) {
    if (error instanceof SecretTamperedError) log.error(error.data, 'A stored App Secret was altered');
    throw error;
  }
}
