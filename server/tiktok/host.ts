import 'server-only';

export type TikTokHost = {
  apiUrl: string;
  portalUrl: string;
  /** The sandbox cannot list advertisers and has no consent page of its own. */
  sandbox: boolean;
  /** How long one call may take, its body included. 20 s unless a test is in a hurry. */
  deadlineMs?: number;
};

type HostEnv = { TIKTOK_API_URL: string; TIKTOK_PORTAL_URL: string; TIKTOK_SANDBOX_URL: string };

/** The installation's TikTok for an app's environment. Never taken from a team: it is who gets every App Secret. */
export function hostFor(environment: 'production' | 'sandbox', env: HostEnv): TikTokHost {
  const sandbox = environment === 'sandbox';
  return {
    apiUrl: sandbox ? env.TIKTOK_SANDBOX_URL : env.TIKTOK_API_URL,
    portalUrl: env.TIKTOK_PORTAL_URL,
    sandbox,
  };
}
