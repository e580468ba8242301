import { randomFrom } from '../random';
import { makeAdvertisers, type LoadedAdvertiser } from './advertisers';
import { makeApps, type LoadedApp } from './apps';
import { canReach, drawLots, makeConnections, type LoadedConnection } from './connections';
import { firstDay, idAt } from './ids';
import { clientName, type Client } from './names';
import { makeMembers, type Member } from './people';
import { dealReach } from './reach';
import { beside, membersBeside, type Size } from './size';

export type LoadedTeam = {
  id: string;
  slug: string;
  name: string;
  members: Member[];
  apps: LoadedApp[];
  advertisers: LoadedAdvertiser[];
  connections: LoadedConnection[];
  auditEvents: number;
};

/** The reference load as plain data, the main team first: the same each time, whatever it is then written to. */
export function* referenceTeams(size: Size): Generator<LoadedTeam> {
  const others = size.teams - 1;
  yield makeTeam(0, { ...size, members: size.members - others * membersBeside });
  for (let number = 1; number <= others; number++) yield makeTeam(number, { ...beside, members: membersBeside });
}

function makeTeam(number: number, size: Omit<Size, 'teams'>): LoadedTeam {
  const random = randomFrom(7_919 + number);
  const slug = number === 0 ? 'reference' : `reference-${number + 1}`;
  const members = makeMembers(random, { slug, count: size.members });
  const apps = makeApps({ slug, count: size.apps });
  const team = { number, slug, members, apps, size };
  const lots = drawLots(random, team);
  const reach = dealReach(random, size, (n) => canReach(lots[n]!));
  const clients: Client[] = [];
  const clientAt = (client: number) => (clients[client] ??= clientName(random));
  return {
    id: idAt(firstDay, `${slug} team`),
    slug,
    name: number === 0 ? 'Reference Agency' : `Reference Agency ${number + 1}`,
    members,
    apps,
    connections: makeConnections(random, team, { lots, reach, clientAt }),
    advertisers: makeAdvertisers(random, slug, { clientOfAdvertiser: reach.clientOfAdvertiser, clientAt }),
    auditEvents: size.auditEvents,
  };
}
