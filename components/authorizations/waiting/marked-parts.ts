import type { Span } from '@/contract/pasted';

export type MarkedPart = { text: string; part: Span['part'] | null };

/** An address cut where its code and its state begin and end, the long ones shortened in their middle. */
export function markedParts(address: string, spans: readonly Span[]): MarkedPart[] {
  const marked = spans.filter(({ part }) => part !== 'redirectUrl').sort((a, b) => a.start - b.start);
  const parts: MarkedPart[] = [];
  let at = 0;
  for (const { part, start, end } of marked) {
    parts.push({ text: address.slice(at, start), part: null });
    parts.push({ text: shorten(address.slice(start, end)), part });
    at = end;
  }
  return [...parts, { text: address.slice(at), part: null }].filter(({ text }) => text);
}

function shorten(text: string): string {
  return text.length > 16 ? `${text.slice(0, 8)}…${text.slice(-5)}` : text;
}
