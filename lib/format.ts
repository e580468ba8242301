/** A moment as the API sends it (ISO 8601), or as code holds it. */
export type Moment = string | number | Date;

export type RelativeUnit = 'second' | 'minute' | 'hour' | 'day' | 'month' | 'year';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** 10000 → "10,000". */
export const formatNumber = (value: number, locale: string) => new Intl.NumberFormat(locale).format(value);

const dayOptions = { year: 'numeric', month: 'short', day: 'numeric' } as const;

/** "Sep 3, 2026" · 「2026年9月3日」. */
export function formatDate(moment: Moment, locale: string, timeZone?: string): string {
  return dates(locale, { ...dayOptions, timeZone }).format(new Date(moment));
}

/** "Sep 3, 2026, 09:14" · 「2026年9月3日 09:14」, with the zone's short name or the seconds when asked. */
export function formatDateTime(
  moment: Moment,
  locale: string,
  timeZone?: string,
  withZone = false,
  withSeconds = false,
): string {
  return dates(locale, {
    ...dayOptions,
    hour: '2-digit',
    minute: '2-digit',
    ...(withSeconds && { second: '2-digit' }),
    hourCycle: 'h23',
    timeZone,
    ...(withZone && { timeZoneName: 'short' }),
  }).format(new Date(moment));
}

/** How far `moment` is from `now` in the largest whole unit; negative is the past. */
export function distance(moment: Moment, now: Moment): { value: number; unit: RelativeUnit } {
  const gap = new Date(moment).getTime() - new Date(now).getTime();
  const size = Math.abs(gap);
  const within = (unit: RelativeUnit, length: number) => ({ value: Math.trunc(gap / length), unit });
  if (size < minute) return within('second', second);
  if (size < hour) return within('minute', minute);
  if (size < day) return within('hour', hour);
  if (size < 60 * day) return within('day', day);
  return size < 730 * day ? within('month', 30.44 * day) : within('year', 365.25 * day);
}

/** Milliseconds as a clock: "47:12", "1:02:03", "89d 4h"; never below zero. */
export function formatCountdown(milliseconds: number): string {
  const total = Math.max(0, Math.floor(milliseconds / second));
  const [days, hours, minutes] = [
    Math.floor(total / 86400),
    Math.floor((total % 86400) / 3600),
    Math.floor((total % 3600) / 60),
  ];
  if (days > 0) return `${days}d ${hours}h`;
  const pad = (value: number) => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(total % 60)}` : `${minutes}:${pad(total % 60)}`;
}

const cache = new Map<string, Intl.DateTimeFormat>();

/** Building a formatter costs a hundred times its use; a table of times needs one. */
function dates(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options]);
  const format = cache.get(key) ?? new Intl.DateTimeFormat(locale, options);
  cache.set(key, format);
  return format;
}
