import type { TikTokFailure } from '@/contract/shapes';

/** What TikTok's support asks for, in its own words; never a token or a secret. */
export function supportReport(
  { code, message, requestId }: TikTokFailure,
  { appId, at }: { appId: string | null; at: string },
): string {
  const lines: [string, string | number | null][] = [
    ['app_id', appId],
    ['code', code],
    ['message', message],
    ['request_id', requestId],
    ['time', at],
  ];
  return lines.flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`])).join('\n');
}
