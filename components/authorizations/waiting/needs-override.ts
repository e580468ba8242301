import { readFailure } from '@/lib/api-failure';
import type { Understanding } from './understand-pasted';

/** Whether only an admin's word can take this code: it has no state, or the API has just called its state foreign. */
export function needsOverride({ verdict }: Understanding, error: unknown): boolean {
  const reason = readFailure(error).reason;
  return verdict === 'stateless' || reason === 'state_foreign' || reason === 'state_missing';
}
