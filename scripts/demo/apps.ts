import type { App, AppFields } from '@/contract/apps';
import { appFields } from '@/contract/apps';
import { createApp } from '@/server/apps/create-app';
import type { Person } from '@/server/auth/actor';
import { putApp } from '@/simulator/control/world';
import { seededHex40, seededId } from '@/simulator/ids';
import type { App as TikTokApp } from '@/simulator/model';
import type { World } from '@/simulator/world';

type Fields = Partial<Omit<AppFields, 'appId' | 'secret'>> & {
  name: string;
  scopes?: string[];
  unknownAtTikTok?: true;
};

const reading = ['4', '10', '200', '210', '220', '30', '7224195155857866754', '7050363942434095105'];
const managing = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10000', '15000000', '17000000', '7043626160646946818'];

/** What each is there to show. Redirect URLs of `here` are this deployment's own. */
const cast = {
  reporting: { name: 'Hoshi Reporting', scopes: reading, notes: 'Nightly reports. / 日次レポート用。' },
  management: { name: 'ホシ広告マネージャー', tier: 'advanced', scopes: managing },
  enterprise: { name: 'Enterprise Sync', tier: 'ultimate', scopes: managing },
  kyoto: {
    name: '京都支店アプリ',
    redirectUrls: ['http://192.168.101.1/callback'],
    scopes: reading,
    notes: 'Its redirect URL was registered before Grantboard, and its page never loads: paste its address.',
  },
  pixel: {
    name: 'Pixel Relay',
    scopes: ['100', '800', '801'],
    notes: 'TikTok lets it ask for nothing that would show that it works.',
  },
  catalog: {
    name: 'カタログ連携',
    scopes: ['9', '100'],
    notes: 'TikTok answers its code exchanges with 50000 until you heal everything.',
  },
  legacy: { name: 'Legacy Dashboard', scopes: reading, notes: 'TikTok has blocked this app.' },
  sandbox: { name: 'Hoshi Sandbox', environment: 'sandbox', scopes: reading },
  creator: { name: 'Creator Insights', unknownAtTikTok: true, reviewStatus: 'in_review' },
} satisfies Record<string, Fields>;

export type AppKey = keyof typeof cast;
export type Apps = Record<AppKey, App>;

/** Registers every app, here and, unless it is still in review, at TikTok. */
export async function seedApps(owner: Person, world: World, ownCallback: string): Promise<Apps> {
  const apps: Partial<Apps> = {};
  for (const [key, { scopes, unknownAtTikTok, ...fields }] of Object.entries<Fields>(cast)) {
    const redirectUrls = fields.redirectUrls ?? [ownCallback];
    const appId = seededId(`demo ${key}`);
    const secret = seededHex40(`demo ${key}`);
    const credentials = unknownAtTikTok ? {} : { appId, secret };
    apps[key as AppKey] = await createApp(owner, appFields.parse({ ...fields, redirectUrls, ...credentials }));
    if (!unknownAtTikTok) putApp(world, { id: appId, secret, name: fields.name, scopes, tier: tierAt(fields.tier) });
  }
  return apps as Apps;
}

function tierAt(tier: AppFields['tier'] = 'basic'): TikTokApp['tier'] {
  return `${tier[0]!.toUpperCase()}${tier.slice(1)}` as TikTokApp['tier'];
}
