import 'server-only';
import type { Place } from '@/server/vault/place';

/** Where the Secret of an app is sealed, or the one before its last replacement. */
export function secretPlace(
  { teamId, id }: { teamId: string; id: string },
  column: 'secretSealed' | 'priorSecretSealed' = 'secretSealed',
): Place {
  return { table: 'App', column, teamId, rowId: id };
}
