import { seededHex40, seededId } from '@/simulator/ids';
import { idAt, momentOf } from './ids';

const tiers = [
  'basic',
  'basic',
  'basic',
  'advanced',
  'basic',
  'basic',
  'basic',
  'premium',
  'basic',
  'ultimate',
] as const;

/** Permissions as TikTok grants them: whole groups by their id, parts of one by theirs, some above 2^53. */
const purposes = [
  { name: 'Reporting', 名: 'レポート', scopes: ['1', '2', '4'] },
  { name: 'Ads', 名: '広告運用', scopes: ['1', '2', '3', '4', '6'] },
  { name: 'Audiences', 名: 'オーディエンス', scopes: ['10', '200', '3', '7050363942434095105'] },
  { name: 'Catalog', 名: 'カタログ', scopes: ['10', '9', '44'] },
  { name: 'Pixel', 名: 'ピクセル', scopes: ['1', '8', '7224195155857866754', '7050363942434013185'] },
] as const;

export type LoadedApp = {
  id: string;
  name: string;
  appId: string;
  secret: string;
  environment: 'production' | 'sandbox';
  tier: (typeof tiers)[number];
  scopes: readonly string[];
  blocked: boolean;
  createdAt: number;
};

/** Of twenty apps one is in the sandbox and one was blocked by TikTok. */
export function makeApps({ slug, count }: { slug: string; count: number }): LoadedApp[] {
  return Array.from({ length: count }, (_, n) => {
    const seed = `${slug} app ${n}`;
    const createdAt = momentOf(n, count * 20);
    const purpose = purposes[n % purposes.length]!;
    return {
      id: idAt(createdAt, seed),
      name: `${n % 2 ? purpose.名 : purpose.name} ${n + 1}`,
      appId: seededId(seed),
      secret: seededHex40(`secret of ${seed}`),
      environment: n % 20 === 18 ? 'sandbox' : 'production',
      tier: tiers[n % tiers.length]!,
      scopes: purpose.scopes,
      blocked: n % 20 === 19,
      createdAt,
    };
  });
}
