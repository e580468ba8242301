import 'server-only';
import type { AppChanges } from '@/contract/apps';
import type { AppRow } from './to-app';

/** Those of the wanted fields that are given and not so already, ready to be written. */
export function differingFields(
  before: AppRow,
  { reviewSince, reviewRemindAt, ...rest }: Omit<AppChanges, 'secret' | 'redirectUrls'>,
) {
  const wanted = { ...rest, reviewSince: toDate(reviewSince), reviewRemindAt: toDate(reviewRemindAt) };
  const entries = Object.entries(wanted) as [keyof typeof wanted, unknown][];
  const differing = entries.filter(([field, value]) => value !== undefined && plain(value) !== plain(before[field]));
  return Object.fromEntries(differing) as {
    [Field in keyof typeof wanted]?: Exclude<(typeof wanted)[Field], undefined>;
  };
}

function toDate(text: string | null | undefined) {
  return text ? new Date(text) : text;
}

function plain(value: unknown) {
  return value instanceof Date ? value.getTime() : value;
}
