import { adAccount, type Place } from '@/simulator/seed/advertisers';
import { seededId } from '@/simulator/ids';
import type { World } from '@/simulator/world';

type Client = { person: string; place: Place; company: string; brand: string; accounts: number };

const client = (person: string, place: Place, company: string, brand: string, accounts: number): Client => ({
  person,
  place,
  company,
  brand,
  accounts,
});

/** Who lets the agency into their ad accounts. */
const cast = {
  aozora: client('青木 直樹', 'JP', '株式会社あおぞら珈琲', 'あおぞら珈琲', 4),
  kaede: client('楓 さくら', 'JP', '楓スキンケア株式会社', '楓スキンケア', 6),
  northwind: client('Olivia Park', 'US', 'Northwind Outdoor Inc.', 'Northwind', 5),
  lumen: client('Jonas Keller', 'DE', 'Lumen Lichttechnik GmbH', 'Lumen', 2),
  tidal: client('Harry Osborne', 'GB', 'Tidal Surf Club Ltd.', 'Tidal', 3),
  mochi: client('持田 翔', 'JP', '株式会社もちゲームス', 'もちゲームス', 12),
  harbour: client('Wei Ling Tan', 'SG', 'Harbour Travel Pte. Ltd.', 'Harbour Travel', 8),
  tsubame: client('燕 大輔', 'JP', 'つばめ便株式会社', 'つばめ便', 1),
  maple: client('Emma Tremblay', 'US', 'Maple & Pine Inc.', 'Maple & Pine', 7),
  hikari: client('光山 千夏', 'JP', 'ひかり学習塾', 'ひかり塾', 2),
  koto: client('琴浦 陽子', 'JP', '琴浦和菓子本舗', '琴浦本舗', 1),
  velo: client('Lukas Brandt', 'DE', 'Velo Nord GmbH', 'Velo Nord', 3),
  sakura: client('桜井 美月', 'JP', 'さくら不動産株式会社', 'さくら不動産', 5),
  bright: client('Noah Williams', 'US', 'Brightside Dental LLC', 'Brightside', 1),
  kite: client('Amelia Shaw', 'GB', 'Kite & Co.', 'Kite', 2),
  fuji: client('藤本 健', 'JP', '富士見スポーツ', '富士見スポーツ', 9),
  lotus: client('Priya Raman', 'SG', 'Lotus Wellness Pte. Ltd.', 'Lotus', 4),
  nami: client('波多野 涼', 'JP', 'なみサーフショップ', 'なみサーフ', 2),
  orchard: client('Grace Lim', 'SG', 'Orchard Kitchen', 'Orchard', 3),
  yamabiko: client('山彦 徹', 'JP', '山彦アウトドア株式会社', '山彦', 6),
  cobalt: client('Sofia Romero', 'US', 'Cobalt Audio Inc.', 'Cobalt', 2),
  tanpopo: client('蒲 公子', 'JP', 'たんぽぽ保育', 'たんぽぽ', 1),
  granite: client('Ethan Clarke', 'GB', 'Granite Fitness', 'Granite', 3),
  hoshizora: client('星 空子', 'JP', '星空トラベル', '星空トラベル', 4),
  walnut: client('Mason Reed', 'US', 'Walnut Home', 'Walnut', 2),
  origami: client('折原 紙子', 'JP', '折紙文具店', '折紙文具', 1),
} satisfies Record<string, Client>;

/** `enterprise` is one of the simulator's own people: ten thousand ad accounts. */
export type ClientKey = keyof typeof cast | 'enterprise';

export function brandOf(key: ClientKey): string | undefined {
  return key === 'enterprise' ? undefined : cast[key].brand;
}

const goals = {
  ja: ['認知', '獲得', 'アプリ', 'リターゲティング', '店舗集客', 'ブランド'],
  en: ['Brand', 'Performance', 'App installs', 'Retargeting', 'Store visits', 'Holiday'],
};
const unusual: Record<number, string> = { 17: 'STATUS_DISABLE', 40: 'STATUS_LIMIT', 63: 'STATUS_PENDING_CONFIRM' };

/** Gives each client a person at TikTok, with ad accounts. */
export function seedClients(world: World): void {
  let number = 50_000;
  for (const [key, { person, place, company, brand, accounts }] of Object.entries(cast)) {
    const names = goals[place === 'JP' ? 'ja' : 'en'];
    const advertisers = Array.from({ length: accounts }, (_, index) => {
      const round = index < names.length ? '' : ` ${Math.floor(index / names.length) + 1}`;
      const name = accounts === 1 ? brand : `${brand} ${names[index % names.length]}${round}`;
      return adAccount(number, place, name, company, unusual[number++ % 80]);
    });
    for (const advertiser of advertisers) world.advertisers.set(advertiser.id, advertiser);
    const id = seededId(`demo ${key}`);
    world.users.set(id, {
      id,
      key,
      name: person,
      email: `${key[0]}***${key.at(-1)}@${key}.example`,
      avatarUrl: `https://p16-sign.tiktokcdn.example/avatar/${key}.jpeg`,
      createTime: 1_650_000_000 + number,
      advertiserIds: advertisers.map((advertiser) => advertiser.id),
    });
  }
}
