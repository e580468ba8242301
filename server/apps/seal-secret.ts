import 'server-only';
import { hintOf } from '@/server/vault/hint';
import { seal, unseal } from '@/server/vault/seal';

type Row = { teamId: string; id: string };

/** What is stored of a secret. */
export function sealSecret(row: Row, secret: string) {
  return {
    secretSealed: seal(secret, place(row, 'secretSealed')),
    secretHint: hintOf(secret),
    secretSetAt: new Date(),
  };
}

export function openSecret(row: Row, secretSealed: Uint8Array): string {
  return unseal(secretSealed, place(row, 'secretSealed'));
}

/** A ciphertext is bound to its column: it cannot be moved, only made again. */
export function sealPriorSecret(row: Row, secret: string) {
  return seal(secret, place(row, 'priorSecretSealed'));
}

function place({ teamId, id }: Row, column: 'secretSealed' | 'priorSecretSealed') {
  return { table: 'App', column, teamId, rowId: id };
}
