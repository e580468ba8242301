import 'server-only';
import { lostKeys, type DataKey } from '@/server/vault/data-keys';
import type { Keyring } from '@/server/vault/keyring';

/** The keys that are of use: of those that seal, the one that came last does; what they replaced still opens. */
export function toKeyring(dataKeys: DataKey[], open: (dataKey: DataKey) => Buffer): Keyring {
  const inUse = dataKeys.filter(({ retired }) => !retired).map((dataKey) => ({ ...dataKey, key: open(dataKey) }));
  const last = (purpose: string) => {
    const some = inUse.filter((one) => one.purpose === purpose);
    return some.findLast(({ active }) => active) ?? some[0];
  };
  const [sealing, stable, audit] = [last('seal'), last('fingerprint'), last('audit')];
  if (!sealing || !stable || !audit) throw lostKeys();
  const keys = new Map(inUse.filter(({ purpose }) => purpose === 'seal').map(({ id, key }) => [id, key]));
  return { current: sealing.id, keys, stable: stable.key, audit: audit.key };
}
