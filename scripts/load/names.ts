export type Random = (below: number) => number;
export type Client = { brand: string; company: string; place: Place };

const places = {
  JP: { country: 'JP', currency: 'JPY', timezone: 'Asia/Tokyo' },
  US: { country: 'US', currency: 'USD', timezone: 'America/New_York' },
  GB: { country: 'GB', currency: 'GBP', timezone: 'Europe/London' },
  DE: { country: 'DE', currency: 'EUR', timezone: 'Europe/Berlin' },
  SG: { country: 'SG', currency: 'SGD', timezone: 'Asia/Singapore' },
} as const;
type Place = (typeof places)[keyof typeof places];

const japanese = {
  first: words(
    '青空 若葉 桜丘 花水木 あさひ 星野 月見 緑川 白波 紅葉 春日 大和 海風 雪国 風花 竹取 松風 小春 八雲 朝凪',
    'ひだまり こもれび みずほ さつき あけぼの うぐいす 銀河 北斗 南風 東雲 西陣 石畳 水無月 千鳥 藤棚 榛名 阿蘇 琥珀 瑠璃 翡翠',
  ),
  second: words(
    'コスメ 珈琲 製菓 不動産 旅行 書店 食品 薬局 自転車 眼鏡 時計 家具 酒造 学習塾 歯科 ゲームス 電機 農園 水産 楽器',
    'スキンケア アパレル ベーカリー フィットネス クリニック 写真館 工務店 ペット用品 文具 化粧品',
  ),
};
const english = {
  first: words(
    'Northwind Maple Harbour Lumen Tidal Orchard Granite Velvet Cobalt Juniper Willow Ember Summit Meadow Falcon Coral',
    'Aspen Beacon Cedar Drift Echo Fern Glacier Hollow Iris Jasper Kestrel Lagoon Marble Nimbus Opal Prairie Quartz',
    'Raven Sierra Thistle Umber Vista Wren Zephyr',
  ),
  second: words(
    'Outdoor Lighting Travel Coffee Games Skincare Furniture Cycles Optics Bakery Fitness Pets Books Audio Gardens Toys',
    'Homes Motors Foods Learning Clinic Apparel Jewelry Kitchen Surf Tea Watches Wines Yoga Studios',
  ),
};
const families = words(
  '佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 林 清水 山崎',
);
const given = words('美咲 翔太 結衣 大輔 陽菜 健太 葵 拓也 さくら 直樹 優子 蓮 真由美 悠斗 恵 学 千尋 誠 明日香 亮');
const englishGiven = words(
  'Mia Daniel Carol James Priya Oliver Sofia Noah Grace Ethan Amara Lucas Hannah Omar Chloe Peter',
);
const englishFamilies = words(
  'Thompson Weber Osei Clarke Patel Novak Rossi Nguyen Fischer Brown Silva Larsen Kim Evans',
);

const kinds = {
  JP: ['認知', '獲得', 'アプリ', '再訪問', '公式', '店舗'],
  other: ['Brand', 'Performance', 'App', 'Retargeting', 'Official', 'Stores'],
};
const uses = {
  JP: ['レポート', '運用', '計測', '代理店'],
  other: ['reporting', 'management', 'measurement', 'agency'],
};

/** Two in three are Japanese. */
export function clientName(random: Random): Client {
  const place = random(3) > 0 ? places.JP : pick([places.US, places.GB, places.DE, places.SG], random);
  if (place.country === 'JP') {
    const brand = pick(japanese.first, random) + pick(japanese.second, random);
    return { brand, company: `株式会社${brand}`, place };
  }
  const brand = `${pick(english.first, random)} ${pick(english.second, random)}`;
  return { brand, company: `${brand} Ltd.`, place };
}

export function accountName({ brand, place }: Client, number: number, random: Random): string {
  const kind = pick(kinds[place.country === 'JP' ? 'JP' : 'other'], random);
  return `${brand} ${kind} ${String(number + 1).padStart(2, '0')}`;
}

export function connectionName({ brand, place }: Client, random: Random): string {
  return `${brand} ${pick(uses[place.country === 'JP' ? 'JP' : 'other'], random)}`;
}

export function personName(random: Random): string {
  return random(3) > 0
    ? `${pick(families, random)} ${pick(given, random)}`
    : `${pick(englishGiven, random)} ${pick(englishFamilies, random)}`;
}

export function pick<T>(from: readonly T[], random: Random): T {
  return from[random(from.length)]!;
}

function words(...lines: string[]): string[] {
  return lines.flatMap((line) => line.split(' '));
}
