import { accountOperations } from './account';
import { advertisers } from './advertisers';
import { apiKeys } from './api-keys';
import { apps } from './apps';
import { audit } from './audit';
import { authorizations } from './authorizations';
import { connections } from './connections';
import { coverageLists } from './coverage';
import { health } from './health';
import { invitations } from './invitations';
import { members } from './members';
import { session } from './session';
import { tags } from './tags';
import { teams } from './teams';
import { vault } from './vault';
import { views } from './views';

/** The whole API on one page. Paths are below /api/v1. */
export const contract = {
  session,
  account: accountOperations,
  apps,
  authorizations,
  connections,
  advertisers,
  coverage: coverageLists,
  health,
  members,
  invitations,
  apiKeys,
  tags,
  teams,
  views,
  audit,
  vault,
};
