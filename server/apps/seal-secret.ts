import 'server-only';
import { secretPlace } from '@/server/credentials/secret-place';
import { hintOf } from '@/server/vault/hint';
import { seal, unseal } from '@/server/vault/seal';

type Row = { teamId: string; id: string };

/** What is stored of a secret. */
export function sealSecret(row: Row, secret: string) {
  return {
    secretSealed: seal(secret, secretPlace(row)),
    secretHint: hintOf(secret),
    secretSetAt: new Date(),
  };
}

export function openSecret(row: Row, secretSealed: Uint8Array): string {
  return unseal(secretSealed, secretPlace(row));
}

/** A ciphertext is bound to its column: it cannot be moved, only made again. */
export function sealPriorSecret(row: Row, secret: string) {
  return seal(secret, secretPlace(row, 'priorSecretSealed'));
}
