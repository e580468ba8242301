const [hour, day] = [60, 24 * 60];

/** How long a copied Authorized URL may be good for, in minutes: the API takes 15 minutes to 90 days. */
export const durations = [15, hour, 8 * hour, day, 3 * day, 7 * day, 30 * day, 90 * day] as const;

/** Minutes in the largest unit that leaves no rest. */
export function durationOf(minutes: number): { unit: 'minutes' | 'hours' | 'days'; count: number } {
  if (minutes % day === 0) return { unit: 'days', count: minutes / day };
  if (minutes % hour === 0) return { unit: 'hours', count: minutes / hour };
  return { unit: 'minutes', count: minutes };
}
