import 'server-only';

/** Where a sealed value stands. It opens nowhere else. `teamId` is null for what belongs to no team. */
export type Place = { table: string; column: string; teamId: string | null; rowId: string };
