import { seededId } from '@/simulator/ids';
import type { LoadedApp } from './apps';
import { fateOf, type Fate } from './fates';
import { idAt, momentOf, tokenOf } from './ids';
import { connectionName, personName, pick, type Client, type Random } from './names';
import type { Member } from './people';
import type { Reach } from './reach';
import type { Size } from './size';

type TikTokPerson = { id: string; name: string };
export type LoadedConnection = {
  id: string;
  name: string;
  app: LoadedApp;
  owner: Member | null;
  person: TikTokPerson;
  fate: Fate;
  /** Null once it is revoked. */
  token: string | null;
  /** By number, among the team's. */
  advertisers: number[];
  createdAt: number;
  archived: boolean;
};

type Team = {
  number: number;
  slug: string;
  apps: LoadedApp[];
  members: Member[];
  size: Pick<Size, 'connections' | 'archived' | 'large'>;
};
export type Lot = Pick<LoadedConnection, 'app' | 'owner' | 'fate' | 'archived'>;

/** Which app, whose, and what became of it; half of all connections belong to the first half of the apps besides. */
export function drawLots(random: Random, { slug, apps, members, size }: Team): Lot[] {
  return Array.from({ length: size.connections + size.archived }, (_, n) => {
    const app = apps[random(2) ? random(apps.length) : random(Math.ceil(apps.length / 2))]!;
    const archived = n >= size.connections;
    const fate = fateOf(n < size.large ? () => 0 : random, { seed: `${slug} ${n}`, appBlocked: app.blocked });
    return { app, fate, archived, owner: random(20) < 17 ? pick(members, random) : null };
  });
}

export const canReach = ({ fate }: Lot): boolean => fate.state !== 'revoked' && fate.token !== 'reaches_nothing';

/** A client's connections are two persons' by turns, so that some advertisers hang on one person's word. */
export function makeConnections(
  random: Random,
  { number, slug, size }: Team,
  { lots, reach, clientAt }: { lots: Lot[]; reach: Reach; clientAt: (client: number) => Client },
): LoadedConnection[] {
  const people = new Map<number, TikTokPerson>();
  return lots.map((lot, n) => {
    const client = reach.clientOfConnection[n]!;
    const who = 2 * client + random(2);
    const person = people.get(who) ?? { id: seededId(`${slug} person ${who}`), name: personName(random) };
    people.set(who, person);
    // The archived ones are as old as any.
    const createdAt = lot.archived ? momentOf(n - size.connections, size.archived) : momentOf(n, size.connections);
    return {
      ...lot,
      id: idAt(createdAt, `${slug} connection ${n}`),
      name: connectionName(clientAt(client), random),
      person,
      token: lot.fate.state === 'revoked' ? null : tokenOf(number, n),
      advertisers: reach.advertisers[n]!,
      createdAt,
    };
  });
}
