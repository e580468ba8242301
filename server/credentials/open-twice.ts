import 'server-only';
import { refreshVault } from '@/server/vault/refresh';
import { TamperedError } from '@/server/vault/tampered-error';
import { SecretTamperedError } from './secret-tampered-error';

/** Opens it once more where that fails: another instance may use a data key that this one has not read yet. */
export async function openTwice<Opened>(open: () => Promise<Opened> | Opened): Promise<Opened> {
  try {
    return await open();
  } catch (error) {
    if (!(error instanceof TamperedError || error instanceof SecretTamperedError)) throw error;
    await refreshVault();
    return open();
  }
}
