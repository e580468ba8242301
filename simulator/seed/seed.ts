import { seededHex40, seededId } from '../ids';
import type { Advertiser, App, User } from '../model';
import type { Seed } from '../world';
import { adAccount, clientAccounts } from './advertisers';

const REDIRECT_URLS = [
  'http://localhost:3000/callback',
  'http://127.0.0.1:3000/callback',
  'http://192.168.101.1/callback',
  'http://localhost:8080',
  'https://localhost:3000/callback',
  'https://grantboard.example.com/callback',
];

/** A reporting app like those in TikTok's screenshots, with permissions whose ids exceed 2^53. */
const reportingApp: App = {
  id: seededId('app reporting'),
  secret: seededHex40('secret reporting'),
  name: 'Bloom Reporting',
  status: 'approved',
  tier: 'Basic',
  redirectUrls: [...REDIRECT_URLS],
  scopes: [
    ...['210', '200', '10', '220', '30', '4'],
    ...['7224195155857866754', '7050363942434095105', '7224195155857833986', '7050363942434029569'],
  ],
};

/** Asks for nearly everything, most of it in whole groups. */
const managementApp: App = {
  id: seededId('app management'),
  secret: seededHex40('secret management'),
  name: '統合広告マネージャー',
  status: 'approved',
  tier: 'Advanced',
  redirectUrls: [...REDIRECT_URLS],
  scopes: [
    ...['1', '2', '3', '4', '5', '6', '7', '8', '9', '10000', '15000000', '17000000'],
    ...['7043626160646946818', '7050363942434013185', '7294180478502830081', '7044139020472942593'],
  ],
};

const sato = [
  adAccount(1, 'JP', '青山コスメ 公式', '青山コスメ株式会社'),
  adAccount(2, 'JP', '青山コスメ リターゲティング', '青山コスメ株式会社'),
  adAccount(3, 'JP', 'Aoyama Cosmetics Global', '青山コスメ株式会社'),
];

const thompson = [
  adAccount(11, 'US', 'Maple & Pine – US', 'Maple & Pine Inc.'),
  adAccount(12, 'US', 'Maple & Pine – US Holiday', 'Maple & Pine Inc.', 'STATUS_DISABLE'),
  adAccount(13, 'GB', 'Maple & Pine – UK', 'Maple & Pine Inc.'),
  adAccount(14, 'US', '=SUM(A1:A9) "Test", O\'Neil <b>', 'Maple & Pine Inc.', 'STATUS_CONFIRM_FAIL'),
];

const agency = clientAccounts(100, 28);
const enterprise = clientAccounts(20_000, 10_000);

/** Two apps, six people, 10,035 ad accounts; the same every time. */
export function defaultSeed(): Seed {
  return {
    apps: [reportingApp, managementApp],
    advertisers: [...sato, ...thompson, ...agency, ...enterprise],
    users: [
      person('sato', '佐藤 花子', 's***o@example.jp', sato),
      person('suzuki', '鈴木 健二', 's****i@example.jp', sato.slice(0, 2)),
      person('thompson', 'Mia Thompson', 'm**n@example.com', thompson),
      person('agency', 'ブルーム広告 運用チーム', 'o**s@bloom.example', [...agency, ...sato.slice(0, 1)]),
      person('enterprise', 'Global Media Desk', 'd**k@globalmedia.example', enterprise),
      person('newcomer', '田中 太郎', 't****a@example.jp', []),
    ],
  };
}

function person(key: string, name: string, email: string, advertisers: Advertiser[]): User {
  const number = BigInt(seededId(`user ${key}`));
  return {
    id: number.toString(),
    key,
    name,
    email,
    avatarUrl: `https://p16-sign.tiktokcdn.example/avatar/${key}.jpeg`,
    createTime: 1_640_000_000 + Number(number % 40_000_000n),
    advertiserIds: advertisers.map((advertiser) => advertiser.id),
  };
}
