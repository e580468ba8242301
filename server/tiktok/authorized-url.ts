import 'server-only';

/** TikTok's consent address, byte for byte as its own portal writes it. */
export function authorizedUrl(to: { portalUrl: string; appId: string; state: string; redirectUrl: string }): string {
  const portal = to.portalUrl.replace(/\/+$/, '');
  const redirect = encodeURIComponent(to.redirectUrl);
  return `${portal}/portal/auth?app_id=${to.appId}&state=${to.state}&redirect_uri=${redirect}`;
}
