import { seededId } from '../ids';
import type { Advertiser } from '../model';

const PLACES = {
  JP: { country: 'JP', currency: 'JPY', timezone: 'Asia/Tokyo', displayTimezone: 'Asia/Tokyo', language: 'ja' },
  US: { country: 'US', currency: 'USD', timezone: 'Etc/GMT+5', displayTimezone: 'America/New_York', language: 'en' },
  GB: { country: 'GB', currency: 'GBP', timezone: 'Etc/GMT', displayTimezone: 'Europe/London', language: 'en' },
  DE: { country: 'DE', currency: 'EUR', timezone: 'Etc/GMT-1', displayTimezone: 'Europe/Berlin', language: 'de' },
  SG: { country: 'SG', currency: 'SGD', timezone: 'Asia/Singapore', displayTimezone: 'Asia/Singapore', language: 'en' },
} as const;

export type Place = keyof typeof PLACES;

const FIRST_CREATED = 1_610_000_000;

/** An ad account; everything that is not given follows from its name and number. */
export function adAccount(number: number, place: Place, name: string, company: string, status?: string): Advertiser {
  return {
    id: seededId(`advertiser ${number}`),
    name,
    company,
    ...PLACES[place],
    industry: String(290_000 + (number % 40) * 100 + 1),
    status: status ?? 'STATUS_ENABLE',
    balance: (number * 7919) % 250_000,
    createTime: FIRST_CREATED + number * 8_640,
  };
}

const BRANDS = [
  ['Aozora Coffee', 'あおぞら珈琲', 'JP'],
  ['Kaede Skincare', '楓スキンケア', 'JP'],
  ['Northwind Outdoor', 'ノースウィンド', 'US'],
  ['Lumen Lighting', 'ルーメン照明', 'DE'],
  ['Tidal Surf Club', 'タイダルサーフ', 'GB'],
  ['Mochi Games', 'もちゲームス', 'JP'],
  ['Harbour Travel', 'ハーバートラベル', 'SG'],
] as const;

const GOALS = [
  ['Brand', '認知'],
  ['Performance', '獲得'],
  ['App installs', 'アプリ'],
  ['Retargeting', 'リターゲティング'],
] as const;

const UNUSUAL: Record<number, string> = { 13: 'STATUS_DISABLE', 29: 'STATUS_LIMIT', 41: 'STATUS_PENDING_CONFIRM' };

/** `count` ad accounts of an agency's clients, in Japanese and English by turns. */
export function clientAccounts(firstNumber: number, count: number): Advertiser[] {
  return Array.from({ length: count }, (_, index) => {
    const [english, japanese, place] = BRANDS[index % BRANDS.length]!;
    const [goal, japaneseGoal] = GOALS[Math.floor(index / BRANDS.length) % GOALS.length]!;
    const serial = String(index + 1).padStart(String(count).length, '0');
    const name = place === 'JP' ? `${japanese} ${japaneseGoal} ${serial}` : `${english} – ${goal} ${serial}`;
    const company = place === 'JP' ? `株式会社${japanese}` : `${english} Ltd.`;
    return adAccount(firstNumber + index, place, name, company, UNUSUAL[index % 50]);
  });
}
