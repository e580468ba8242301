const listeners = new Set<() => void>();
let wanted = false;
let ready: () => void;
const toaster = new Promise<void>((resolve) => (ready = resolve));

/** A passing word that something went well; what failed is told where it failed, if there is such a place. */
export async function say(text: string, outcome: 'success' | 'error' = 'success'): Promise<void> {
  wanted = true;
  listeners.forEach((listener) => listener());
  const [{ toast }] = await Promise.all([import('sonner'), toaster]);
  toast[outcome](text);
}

/** For the one Toaster of the layout: whether something was ever said, and that it now listens. */
export const saying = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  isWanted: () => wanted,
  onServer: () => false,
  listen: () => ready(),
};
