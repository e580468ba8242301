/** The moment at which a day, as a date field has it, begins in this browser's time zone. */
export const startOfDay = (day: string): string => new Date(`${day}T00:00:00`).toISOString();

/** The first moment after it; summer time makes some days 23 or 25 hours long. */
export function endOfDay(day: string): string {
  const next = new Date(`${day}T00:00:00`);
  next.setDate(next.getDate() + 1);
  return next.toISOString();
}

/** The day that a moment is the beginning of; for `to`, the last day before it. */
export function dayOf(moment: string, timeZone: string, bound: 'from' | 'to'): string {
  const shown = new Date(Date.parse(moment) - (bound === 'to' ? 1 : 0));
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return parts.format(shown);
}
