import type { ApiKey } from '@/contract/api-keys';
import type { KeyPermission } from '@/contract/key-words';

const calls: [KeyPermission, string][] = [
  ['connections.read', '/connections?limit=10'],
  ['advertisers.read', '/advertisers?limit=10'],
  ['connections.reveal', '/advertisers/ADVERTISER_ID/token?scopes=44'],
  ['apps.read', '/apps'],
  ['coverage.read', '/coverage'],
  ['authorizations.read', '/authorizations?limit=10'],
  ['tags.read', '/tags'],
  ['members.read', '/members'],
  ['audit.read', '/audit?limit=10'],
];

/** A call that the key may make, to paste into a terminal: a token’s where one advertiser is named, else a list’s. */
export function exampleOf(
  origin: string,
  key: string,
  { permissions, limits }: Pick<ApiKey, 'permissions' | 'limits'>,
) {
  const [advertiserId] = limits.advertiserIds;
  const path =
    advertiserId && permissions.includes('connections.reveal')
      ? `/advertisers/${advertiserId}/token`
      : (calls.find(([permission]) => permissions.includes(permission))?.[1] ?? '/team');
  return `curl -H "Authorization: Bearer ${key}" "${origin}/api/v1${path}"`;
}
