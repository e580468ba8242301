/** Everything below is ours, not TikTok's. */
export const CONTROL_PREFIX = '/_simulator';
