import { seededId } from '@/simulator/ids';
import { momentOf } from './ids';
import { accountName, type Client, type Random } from './names';

export type LoadedAdvertiser = { id: string; name: string; status: string; client: Client; firstSeenAt: number };

const unusual = ['STATUS_DISABLE', 'STATUS_LIMIT', 'STATUS_PENDING_CONFIRM', 'STATUS_CONFIRM_FAIL'] as const;

/** Seven in a hundred cannot run ads just now. */
export function makeAdvertisers(
  random: Random,
  slug: string,
  { clientOfAdvertiser, clientAt }: { clientOfAdvertiser: number[]; clientAt: (client: number) => Client },
): LoadedAdvertiser[] {
  const made = new Map<number, number>();
  return clientOfAdvertiser.map((number, n) => {
    const client = clientAt(number);
    const serial = made.get(number) ?? 0;
    made.set(number, serial + 1);
    return {
      id: seededId(`${slug} advertiser ${n}`),
      name: accountName(client, serial, random),
      status: random(100) < 93 ? 'STATUS_ENABLE' : unusual[random(unusual.length)]!,
      client,
      firstSeenAt: momentOf(n, clientOfAdvertiser.length),
    };
  });
}
