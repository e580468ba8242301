import type account from '@/messages/en/account.json';
import type advertisers from '@/messages/en/advertisers.json';
import type api from '@/messages/en/api.json';
import type apps from '@/messages/en/apps.json';
import type audit from '@/messages/en/audit.json';
import type auth from '@/messages/en/auth.json';
import type authorizations from '@/messages/en/authorizations.json';
import type common from '@/messages/en/common.json';
import type connections from '@/messages/en/connections.json';
import type coverage from '@/messages/en/coverage.json';
import type errors from '@/messages/en/errors.json';
import type health from '@/messages/en/health.json';
import type invitation from '@/messages/en/invitation.json';
import type keys from '@/messages/en/keys.json';
import type members from '@/messages/en/members.json';
import type outcome from '@/messages/en/outcome.json';
import type settings from '@/messages/en/settings.json';
import type shell from '@/messages/en/shell.json';
import type teams from '@/messages/en/teams.json';
import type tiktok from '@/messages/en/tiktok.json';
import type ui from '@/messages/en/ui.json';
import type vault from '@/messages/en/vault.json';
import type { Locale } from '@/lib/locale';

/** One file per area and language, `messages/<locale>/<area>.json`; English is the shape the others follow. */
export type Messages = {
  account: typeof account;
  advertisers: typeof advertisers;
  api: typeof api;
  apps: typeof apps;
  audit: typeof audit;
  auth: typeof auth;
  authorizations: typeof authorizations;
  common: typeof common;
  connections: typeof connections;
  coverage: typeof coverage;
  errors: typeof errors;
  health: typeof health;
  invitation: typeof invitation;
  keys: typeof keys;
  members: typeof members;
  outcome: typeof outcome;
  settings: typeof settings;
  shell: typeof shell;
  teams: typeof teams;
  tiktok: typeof tiktok;
  ui: typeof ui;
  vault: typeof vault;
};

type Area = keyof Messages;

const areas: Record<Area, true> = {
  account: true,
  advertisers: true,
  api: true,
  apps: true,
  audit: true,
  auth: true,
  authorizations: true,
  common: true,
  connections: true,
  coverage: true,
  errors: true,
  health: true,
  invitation: true,
  keys: true,
  members: true,
  outcome: true,
  settings: true,
  shell: true,
  teams: true,
  tiktok: true,
  ui: true,
  vault: true,
};

/** All wording in one language. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  const load = async (area: string) => [area, (await import(`../messages/${locale}/${area}.json`)).default];
  return Object.fromEntries(await Promise.all(Object.keys(areas).map(load)));
}
