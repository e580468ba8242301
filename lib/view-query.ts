import type { ViewNoun } from '@/contract/views';

/** A list's address does not say the order it has by itself. */
const sorts: Record<ViewNoun, string> = { connections: 'state', advertisers: 'name', apps: 'name', audit: '-at' };

/** Whether two queries of a list ask for the same rows in the same order, wherever in it one stands. */
export function sameQuery(noun: ViewNoun, one: string, other: string): boolean {
  const plain = (text: string) => {
    const pairs = new URLSearchParams(text);
    for (const name of ['at', 'event']) pairs.delete(name);
    if (pairs.get('sort') === sorts[noun]) pairs.delete('sort');
    pairs.sort();
    return pairs.toString();
  };
  return plain(one) === plain(other);
}
