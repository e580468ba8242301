import type { World } from '../world';
import type { Call } from './call';
import { Refusal } from './envelope';
import { MESSAGES, requireToken } from './guards';

/** `GET /user/info/`: who authorized. */
export function userInfo(world: World, call: Call): unknown {
  const token = requireToken(world, call);
  const user = world.users.get(token.userId);
  if (!user) throw new Refusal(40105, MESSAGES.tokenDead);
  return {
    display_name: user.name,
    email: user.email,
    core_user_id: user.id,
    create_time: user.createTime,
    avatar_url: user.avatarUrl,
  };
}
