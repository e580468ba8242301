import 'server-only';

/** An event as it is hashed: every column of its row but the MAC. */
export type ChainedEvent = {
  teamId: string;
  sequence: bigint;
  /** Milliseconds since 1970, as digits. */
  at: string;
  actorKind: string;
  actorId: string | null;
  actorName: string;
  ip: string | null;
  userAgent: string | null;
  action: string;
  objectKind: string;
  objectId: string | null;
  objectName: string | null;
  reason: string | null;
  result: string;
  data: Json;
};

export type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

/**
 * The bytes of an event, the same whenever it is read: a JSON list without spaces, with the keys of `data` in order,
 * whatever order the database keeps them in. A change here makes every chain there is look broken.
 */
export function canonicalEvent(event: ChainedEvent): string {
  const { teamId, sequence, at, actorKind, actorId, actorName, ip, userAgent, action } = event;
  const { objectKind, objectId, objectName, reason, result, data } = event;
  const texts = [
    ...[teamId, String(sequence), at, actorKind, actorId, actorName, ip, userAgent, action],
    ...[objectKind, objectId, objectName, reason, result],
  ];
  return JSON.stringify([...texts.map(asStored), inOrder(data)]);
}

/** PostgreSQL stores no half of a surrogate pair: on its way there it becomes U+FFFD. */
export const asStored = (text: string | null) => text?.toWellFormed() ?? null;

function inOrder(value: Json): Json {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const names = Object.keys(value).sort();
  // Beside each other: in an object of its own, JavaScript would put keys that look like numbers first.
  return { names, values: names.map((name) => inOrder(value[name]!)) };
}

/** What is told of an event, as the database will give it back: no `undefined`, and numbers written without exponent. */
export function storable(data: object): { [name: string]: Json } {
  const plain = (_: string, value: unknown) =>
    typeof value === 'number' && /e/.test(String(value)) ? String(value) : value;
  return JSON.parse(JSON.stringify(data, plain)) as { [name: string]: Json };
}

/** `data` as its row has it, or undefined where no event of ours was written so: 1.0 for 1, more digits than a number has. */
export function readData(text: string): Json | undefined {
  const numbers = text.replace(/"(?:[^"\\]|\\.)*"/g, '""').match(/-?\d[\d.eE+-]*/g) ?? [];
  if (numbers.some((digits) => String(Number(digits)) !== digits)) return undefined;
  return JSON.parse(text) as Json;
}
