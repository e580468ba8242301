import { issueSandboxToken, issueToken } from '@/simulator/tokens';
import type { Simulator } from '@/simulator/server';
import { createConnectionRow, type TestTeam } from '@/test/factories';

type Given = {
  /** The simulator's short name of who authorized. */
  as?: string;
  advertiserIds?: readonly string[];
  scopes?: string[];
  sandbox?: boolean;
} & Pick<NonNullable<Parameters<typeof createConnectionRow>[2]>, 'name' | 'state' | 'ownerId'>;

/** A connection whose token lives at TikTok, reaching what the row's own advertisers do not say yet. */
export async function liveConnection(
  { world }: Simulator,
  team: TestTeam,
  app: { id: string; appId: string },
  { as = 'sato', advertiserIds, scopes = ['10', '4'], sandbox = false, ...columns }: Given = {},
) {
  const user = world.findUser(as);
  if (!user) throw new Error(`TikTok knows no ${as}`);
  const grant = { appId: app.appId, userId: user.id, advertiserIds: advertiserIds ?? user.advertiserIds, scopes };
  const token = sandbox ? issueSandboxToken(world, grant) : issueToken(world, grant);
  const { id } = await createConnectionRow(team, app, { token: token.value, scopes, ...columns });
  return { id, token, user };
}
