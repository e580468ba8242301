import { z } from 'zod';
import type { Token } from '../model';
import { collapseScopes } from '../permissions';
import { issueSandboxToken, narrowToken, revokeToken, withdraw } from '../tokens';
import type { World } from '../world';
import { userOf } from './authorize';
import { ControlError } from './request';

/** Which tokens: one by its text, or a user's, with all apps or with one. */
const target = {
  token: z.string().optional(),
  user: z.string().optional(),
  appId: z.string().optional(),
};

export const revokeSchema = z.strictObject(target);

/** The advertiser withdraws: the tokens die, and codes not yet exchanged with them. */
export function revoke(world: World, input: z.infer<typeof revokeSchema>): { revoked: number } {
  if (input.token !== undefined) {
    revokeToken(tokenOf(world, input.token));
    return { revoked: 1 };
  }
  const userId = requireUser(world, input.user);
  return { revoked: withdraw(world, { userId, appId: input.appId }).length };
}

export const narrowSchema = z.strictObject({
  ...target,
  removeAdvertiserIds: z.array(z.string()).default([]),
  removeScopes: z.array(z.string()).default([]),
});

/** Living tokens lose ad accounts or permissions; a named user loses the ad accounts for good. */
export function narrow(world: World, input: z.infer<typeof narrowSchema>): { narrowed: number } {
  const less = { advertiserIds: input.removeAdvertiserIds, scopes: input.removeScopes };
  if (input.token !== undefined) {
    narrowToken(tokenOf(world, input.token), less);
    return { narrowed: 1 };
  }
  const userId = requireUser(world, input.user);
  const user = userOf(world, userId);
  user.advertiserIds = user.advertiserIds.filter((id) => !less.advertiserIds.includes(id));
  const tokens = world.liveTokens({ userId, appId: input.appId });
  tokens.forEach((token) => narrowToken(token, less));
  return { narrowed: tokens.length };
}

export const sandboxTokenSchema = z.strictObject({ appId: z.string(), user: z.string().optional() });

/** What "Generate access token" on the portal's Sandbox Ad Account page does. */
export function sandboxToken(world: World, input: z.infer<typeof sandboxTokenSchema>) {
  const app = world.apps.get(input.appId);
  if (!app) throw new ControlError('unknown_app', `There is no app ${input.appId}.`, 404);
  const user = userOf(world, input.user);
  const advertiserIds = user.advertiserIds.slice(0, 1);
  const grant = { appId: app.id, userId: user.id, advertiserIds, scopes: collapseScopes(app.scopes) };
  return { accessToken: issueSandboxToken(world, grant).value, advertiserId: advertiserIds[0] ?? null };
}

function requireUser(world: World, who: string | undefined): string {
  if (who === undefined) throw new ControlError('invalid_request', 'Name a token or a user.');
  return userOf(world, who).id;
}

function tokenOf(world: World, value: string): Token {
  const token = world.tokens.get(value);
  if (!token) throw new ControlError('unknown_token', 'No such token was issued here.', 404);
  return token;
}
