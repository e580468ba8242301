import 'server-only';
import { Prisma } from '@/server/database/generated/client';
import { sealedColumns } from '@/server/database/sealed-columns';

/** A column that holds what the vault sealed, one value a row, bound to the row's id and, where it has one, its team. */
export type SealedColumn = { table: string; column: string; ofTeam: boolean };

/** Every one of them: what `sealedColumns` calls `…Sealed`, but for the data keys, which a master key seals. */
export const columnsOfVault: readonly SealedColumn[] = Object.entries(sealedColumns)
  .filter(([model]) => model !== 'dataKey')
  .flatMap(([model, columns]) => {
    const table = model[0]!.toUpperCase() + model.slice(1);
    const fields = (Prisma as unknown as Record<string, Record<string, string>>)[`${table}ScalarFieldEnum`]!;
    return Object.keys(columns)
      .filter((column) => column.endsWith('Sealed'))
      .map((column) => ({ table, column, ofTeam: 'teamId' in fields }));
  });

/** `Connection.tokenSealed` */
export const nameOf = ({ table, column }: SealedColumn): string => `${table}.${column}`;

/** Parts of a statement about such a column. Their names are those of the schema, never anybody's input. */
export function sqlOf({ table, column, ofTeam }: SealedColumn) {
  const [from, value] = [Prisma.raw(`"${table}"`), Prisma.raw(`"${column}"`)];
  // Format version, then the number of the key; see seal.ts.
  const keyId = Prisma.sql`CASE WHEN length(${value}) >= 5 THEN
    (get_byte(${value}, 1) << 24) | (get_byte(${value}, 2) << 16) | (get_byte(${value}, 3) << 8) | get_byte(${value}, 4) END`;
  return { from, value, keyId, teamId: Prisma.raw(ofTeam ? '"teamId"::text' : 'NULL') };
}
