import { reasonOf } from '../problem-key';
import type { Understanding } from './understand-pasted';

/** Whether only an admin's word can take this code: it has no state, or the API has just called its state foreign. */
export function needsOverride({ verdict }: Understanding, error: unknown): boolean {
  const reason = reasonOf(error);
  return verdict === 'stateless' || reason === 'state_foreign' || reason === 'state_missing';
}
