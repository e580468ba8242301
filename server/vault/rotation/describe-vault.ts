import 'server-only';
import type { VaultState } from '@/contract/vault';
import { db } from '@/server/database/client';
import { countByKey } from './count-rows';
import { describeMasterKey } from './describe-master-key';

/** The keys of the installation by number and fingerprint, and how much each has sealed. */
export async function describeVault(): Promise<VaultState> {
  const [masterKey, counts, sealing, rotation, ended] = await Promise.all([
    describeMasterKey(),
    countByKey(),
    db.dataKey.findMany({ where: { purpose: 'seal' }, orderBy: { activeAt: 'asc' } }),
    db.rotation.findFirst({ where: { finishedAt: null }, orderBy: { id: 'desc' } }),
    db.rotation.findFirst({ where: { finishedAt: { not: null } }, orderBy: { finishedAt: 'desc' } }),
  ]);
  const inUse = sealing.filter(({ retiredAt }) => !retiredAt);
  const current = inUse.findLast(({ activeAt }) => activeAt.getTime() <= Date.now()) ?? inUse[0];
  if (!current) throw new Error('No data key seals.');
  const useOf = ({ id, activeAt, retiredAt }: (typeof sealing)[number]) => {
    if (retiredAt) return 'retired';
    if (id === current.id) return 'sealing';
    return activeAt.getTime() > Date.now() ? 'coming' : 'opening';
  };
  return {
    masterKey,
    keys: sealing
      .toSorted((a, b) => b.id - a.id)
      .map((key) => ({
        id: key.id,
        createdAt: key.createdAt.toISOString(),
        activeAt: key.activeAt.toISOString(),
        retiredAt: key.retiredAt?.toISOString() ?? null,
        use: useOf(key),
        count: counts.get(key.id) ?? 0,
        seals: Number(key.seals),
      })),
    rotation: rotation && { keyId: rotation.keyId, startedAt: rotation.startedAt.toISOString() },
    rotatedAt: ended?.finishedAt?.toISOString() ?? null,
  };
}
