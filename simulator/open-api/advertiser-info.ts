import type { Advertiser, Token } from '../model';
import { grants } from '../permissions';
import type { World } from '../world';
import { jsonArrayParam, type Call } from './call';
import { Refusal } from './envelope';
import { requireToken } from './guards';

const MOST_IDS = 100;
const READ_AD_ACCOUNT_INFORMATION = '100';

/** `GET /advertiser/info/`: the details of up to 100 ad accounts. */
export function advertiserInfo(world: World, call: Call): unknown {
  if (call.sandbox) throw new Refusal(40008, 'This endpoint is not available in the sandbox environment.');
  const token = requireToken(world, call);
  const ids = jsonArrayParam(call, 'advertiser_ids');
  if (!ids?.length) throw new Refusal(40002, 'Missing required field(s): advertiser_ids');
  const fields = jsonArrayParam(call, 'fields');
  if (ids.length > MOST_IDS) throw new Refusal(40011, `The number of advertiser_ids exceeds the limit of ${MOST_IDS}.`);
  if (!grants(token.scopes, READ_AD_ACCOUNT_INFORMATION)) {
    throw new Refusal(40001, `advertiser ${ids[0]} does not grant you /advertiser/info/:GET permission`);
  }
  return { list: ids.map((id) => select(recordOf(permitted(world, token, id)), fields)) };
}

function permitted(world: World, token: Token, id: string): Advertiser {
  const advertiser = world.advertisers.get(id);
  if (!advertiser) throw new Refusal(40001, `advertiser ${id} doesn't exist or has been deleted`);
  if (!reachOf(token).has(id)) throw new Refusal(40001, `No permission to operate advertiser ${id}.`);
  return advertiser;
}

const reaches = new WeakMap<readonly string[], Set<string>>();

/** Kept per list: a token may reach thousands, and is asked a hundred at a time. */
function reachOf(token: Token): Set<string> {
  const known = reaches.get(token.advertiserIds) ?? new Set(token.advertiserIds);
  reaches.set(token.advertiserIds, known);
  return known;
}

function select(record: Record<string, unknown>, fields?: string[]): Record<string, unknown> {
  if (!fields?.length) return record;
  const unknown = fields.filter((field) => !(field in record));
  if (unknown.length) throw new Refusal(40002, `fields: ${unknown.join(', ')} not supported.`);
  return Object.fromEntries(fields.map((field) => [field, record[field]]));
}

function recordOf(advertiser: Advertiser): Record<string, unknown> {
  return {
    advertiser_id: advertiser.id,
    name: advertiser.name,
    company: advertiser.company,
    status: advertiser.status,
    role: 'ROLE_ADVERTISER',
    advertiser_account_type: 'AUCTION',
    country: advertiser.country,
    currency: advertiser.currency,
    timezone: advertiser.timezone,
    display_timezone: advertiser.displayTimezone,
    language: advertiser.language,
    industry: advertiser.industry,
    balance: advertiser.balance,
    create_time: advertiser.createTime,
    address: '',
    contacter: 'Co***ct',
    email: 'a*******************@***********',
    cellphone_number: '+81000****00',
    telephone_number: '+81000****00',
    license_no: '',
    license_url: null,
    description: null,
    rejection_reason: '-',
    owner_bc_id: null,
    ads_only_mode: false,
    can_use_custom_identity: true,
  };
}
