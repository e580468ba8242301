/** How much there is of everything. The main team holds what is counted here; each other team a handful. */
export type Size = {
  connections: number;
  /** On top of those: archived, and so in no list that does not ask for them. */
  archived: number;
  advertisers: number;
  grants: number;
  /** Connections that reach `largeReach` advertisers each; `grants` counts theirs too. */
  large: number;
  largeReach: number;
  apps: number;
  members: number;
  teams: number;
  auditEvents: number;
};

const L: Size = {
  connections: 10_000,
  archived: 200,
  advertisers: 25_000,
  grants: 60_000,
  large: 1,
  largeReach: 10_000,
  apps: 20,
  members: 200,
  teams: 5,
  auditEvents: 1_000_000,
};

const times = (factor: number): Size => ({
  ...L,
  connections: L.connections * factor,
  archived: L.archived * factor,
  advertisers: L.advertisers * factor,
  grants: L.grants * factor,
  large: L.large * factor,
  apps: L.apps * factor,
  members: L.members * factor,
  teams: L.teams * factor,
  auditEvents: L.auditEvents * factor,
});

const S: Size = {
  connections: 200,
  archived: 4,
  advertisers: 500,
  grants: 1_200,
  large: 1,
  largeReach: 200,
  apps: 20,
  members: 30,
  teams: 5,
  auditEvents: 5_000,
};

/** `L` is the reference load, `L10` ten times that, `S` a fiftieth for tests. */
export const sizes = { S, L, L10: times(10) } as const;
export type SizeName = keyof typeof sizes;

/** What a team beside the main one has: enough that a query which forgets its team is wrong. */
export const membersBeside = 4;
export const beside: Omit<Size, 'members' | 'teams'> = {
  connections: 30,
  archived: 1,
  advertisers: 60,
  grants: 130,
  large: 0,
  largeReach: 0,
  apps: 2,
  auditEvents: 200,
};
