/** What an answer does to the connection it was asked about. `unchanged`: says nothing about the grant. */
type TikTokEffect = 'unchanged' | 'degraded' | 'auth_broken' | 'app_problem';

type Meaning = {
  state: TikTokEffect;
  /** Sending the same request again, later, can succeed. */
  retry: boolean;
  who: 'advertiser' | 'operator' | 'tiktok';
  /** An auth_code that got this answer is dead; only a new authorization helps. */
  spendsCode?: boolean;
  codes?: readonly number[];
};

const ours = { state: 'unchanged', retry: false, who: 'operator' } as const;
const wait = { state: 'unchanged', retry: true, who: 'tiktok' } as const;
const appProblem = { state: 'app_problem', retry: false, who: 'operator' } as const;
const authBroken = { state: 'auth_broken', retry: false, who: 'advertiser' } as const;
const degraded = { state: 'degraded', retry: false, who: 'advertiser' } as const;
const startAgain = { state: 'unchanged', retry: false, who: 'advertiser', spendsCode: true } as const;

/** Every kind of answer, or of missing answer, under the key of its wording in `messages/tiktok.*.json`. */
const meanings = {
  ok: { ...ours, codes: [0] },
  partial: { ...ours, codes: [20001] },

  invalid_request: { ...ours, codes: [40000, 40002, 40011, 40061, 40108, 40109, 40112, 40700, 70001] },
  not_offered: { ...ours, codes: [40003, 40007, 40008, 40117, 40400, 41001, 41002] },
  token_missing: { ...ours, codes: [40104] },
  duplicate_request: { ...ours, codes: [40050] },
  sandbox_unsupported: { ...ours, codes: [40009, 40014] },
  task_failed: { ...ours, codes: [40200] },
  other_refusal: { ...ours },

  rate_app: { ...wait, codes: [40016, 40100, 61000] },
  rate_advertiser: { ...wait, codes: [40132, 40133] },
  not_ready: { ...wait, codes: [40201, 40202] },
  tiktok_trouble: { ...wait, codes: [50000, 50002, 51010, 51039, 51040, 51305, 60001] },

  permission_missing: { ...degraded, codes: [40130, 40131] },
  account_unreachable: { ...degraded, codes: [40001] },
  account_gone: { ...degraded, codes: [40300, 40301, 40302, 40309] },
  not_allowlisted: { ...degraded, who: 'operator', codes: [40118] },
  app_lacks_permission: { ...degraded, who: 'operator', codes: [40125] },

  token_expired: { ...authBroken, codes: [40102] },
  token_rejected: { ...authBroken, codes: [40105] },
  no_refresh: { ...authBroken, codes: [40103, 40107] },
  person_invalid: { ...authBroken, codes: [40106, 40114] },
  /** Never said by TikTok: the token that is stored is not what was stored. */
  tampered: { ...authBroken, who: 'operator' },

  /** Nor this: the App Secret that is stored is not what was stored. */
  secret_tampered: { ...appProblem },
  wrong_app: { ...appProblem },
  api_version: { ...appProblem, codes: [40006, 40051] },
  wrong_host: { ...appProblem, codes: [40010] },
  sandbox_account_missing: { ...appProblem, codes: [40013] },
  credentials_mismatch: { ...appProblem, codes: [40101] },
  app_blocked: { ...appProblem, codes: [40113] },
  signature: { ...appProblem, codes: [40116] },
  company_mismatch: { ...appProblem, codes: [40119] },
  developer_pending: { ...appProblem, codes: [40124] },
  location_blocked: { ...appProblem, codes: [41000] },

  code_spent: { ...startAgain, codes: [40110] },
  code_late: { ...startAgain, codes: [40115] },
  no_advertisers: { ...startAgain },
  lost_in_flight: { ...startAgain },
  no_token: { ...startAgain },
  /** Never said by TikTok: the code that is stored is not what was stored. */
  code_tampered: { ...startAgain },

  unreachable: { ...wait },
  timeout: { ...wait },
  cut_off: { ...wait },
  unreadable: { ...wait },
  not_found_page: { ...ours },
  redirected: { ...ours },
  too_large: { ...ours },
} as const satisfies Record<string, Meaning>;

export type TikTokKey = keyof typeof meanings;
export type TikTokClassification = Required<Omit<Meaning, 'codes'>> & { key: TikTokKey };

export const tikTokKeys = Object.keys(meanings) as TikTokKey[];

const keyOfCode = new Map<number, TikTokKey>(
  tikTokKeys.flatMap((key) => ((meanings[key] as Meaning).codes ?? []).map((code) => [code, key] as const)),
);

/** What an answer with this key means. */
export function tikTokMeaning(key: TikTokKey): TikTokClassification {
  const { state, retry, who, spendsCode = false }: Meaning = meanings[key];
  return { key, state, retry, who, spendsCode };
}

/** What TikTok's `code` means; three codes mean two things each and are told apart by their text. */
export function classifyTikTok({ code, message = '' }: { code: number; message?: string }): TikTokClassification {
  return tikTokMeaning(keyByText(code, message) ?? keyOfCode.get(code) ?? keyByRange(code));
}

function keyByText(code: number, message: string): TikTokKey | undefined {
  if ((code === 40000 || code === 40113) && isAppMismatch(message)) return 'wrong_app';
  if (code === 40001 && /does(?: not|n[’']t) grant|\bscope\b/i.test(message)) return 'permission_missing';
  if (code === 40101 && /auth[_ ]?code/i.test(message)) return 'code_spent';
}

function isAppMismatch(message: string): boolean {
  return (
    /\bapp(?:_id|lication)?\b/i.test(message) &&
    /\btoken\b/i.test(message) &&
    /inconsistent|mismatch|match|belong|different|correspond/i.test(message)
  );
}

function keyByRange(code: number): TikTokKey {
  return code >= 50000 && code < 60000 ? 'tiktok_trouble' : 'other_refusal';
}
