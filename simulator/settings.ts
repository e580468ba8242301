/** Where the facts leave TikTok's behaviour open, or a test wants another one. */
export interface Settings {
  /** TikTok answers 404 to a path without its last slash; some clients were seen to get a 307 or an answer. */
  trailingSlash: 'required' | 'redirect' | 'lenient';
  /** `count` notes violations of an app's limits without refusing the call. */
  rateLimits: 'enforce' | 'count';
  /** A second authorization by the same user and app yields the same token again. */
  reuseTokens: boolean;
  /** A second authorization by the same user and app ends the tokens before it. */
  invalidateOld: boolean;
  /** Every app takes any loopback redirect URL besides its registered ones. */
  anyLoopbackRedirect: boolean;
}

export const DEFAULT_SETTINGS: Settings = {
  trailingSlash: 'required',
  rateLimits: 'enforce',
  reuseTokens: false,
  invalidateOld: false,
  anyLoopbackRedirect: false,
};
