export type Word = { id: number; text: string; outcome: 'success' | 'error' };

const listeners = new Set<() => void>();
let words: readonly Word[] = [];
let last = 0;

function change(next: readonly Word[]): void {
  words = next;
  listeners.forEach((listener) => listener());
}

/** A passing word that something went well; what failed is told where it failed, if there is such a place. */
export const say = (text: string, outcome: Word['outcome'] = 'success') =>
  change([...words, { id: ++last, text, outcome }]);

/** For the one Toaster of the layout: what is being said. */
export const saying = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  words: () => words,
  end: (id: number) => change(words.filter((word) => word.id !== id)),
};
