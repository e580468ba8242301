import type { Random } from './names';

/** Who reaches what, by number. Several connections serve one client, and mostly reach just what is the client's. */
export type Reach = {
  clientOfConnection: number[];
  clientOfAdvertiser: number[];
  /** Per connection. */
  advertisers: number[][];
};

type Wanted = {
  connections: number;
  archived: number;
  advertisers: number;
  grants: number;
  large: number;
  largeReach: number;
};

/**
 * Deals out exactly `grants`. Six connections in ten are their client's only one, so that a good share of all
 * advertisers hangs on one token; agencies, which reach clients of others too, make up the number.
 * `canReach` says no for connections without a token.
 */
export function dealReach(random: Random, wanted: Wanted, canReach: (connection: number) => boolean): Reach {
  const { connections, advertisers, grants, large, largeReach } = wanted;
  const all = connections + wanted.archived;
  const clients = Math.ceil(connections * 0.6);
  const deal = (count: number) => Array.from({ length: count }, (_, n) => (n < clients ? n : random(clients)));
  const clientOfConnection = deal(all);
  const clientOfAdvertiser = deal(advertisers);
  const ofClient = Array.from({ length: clients }, (): number[] => []);
  clientOfAdvertiser.forEach((client, advertiser) => ofClient[client]!.push(advertiser));

  const reached = clientOfConnection.map((client, n) => new Set(canReach(n) && n >= large ? ofClient[client] : []));
  for (let n = 0; n < large; n++) {
    const from = random(advertisers);
    for (let step = 0; step < largeReach; step++) reached[n]!.add((from + step) % advertisers);
  }
  let missing = grants - reached.reduce((sum, { size }) => sum + size, 0);
  if (missing < 0) throw new Error(`Clients alone make ${-missing} grants too many.`);
  while (missing > 0) {
    const n = large + random(connections - large);
    const mine = reached[n]!;
    if (!canReach(n) || mine.size > 60) continue;
    const before = mine.size;
    mine.add(random(advertisers));
    missing -= mine.size - before;
  }
  return { clientOfConnection, clientOfAdvertiser, advertisers: reached.map((mine) => [...mine]) };
}
