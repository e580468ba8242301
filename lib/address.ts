/** What one name in an address may hold. `read` is null for what means nothing; without a meaning, `unsaid` holds. */
export type Part<Value> = { read(text: string): Value | null; unsaid: Value };
export type Parts = Record<string, Part<unknown>>;
export type Said<Known extends Parts> = { [Name in keyof Known]: Known[Name]['unsaid'] };
/** Null takes a part out of the address, undefined leaves it. */
export type Change<Known extends Parts> = { [Name in keyof Known]?: Known[Name]['unsaid'] | null };

export const text: Part<string> = { read: (text) => text, unsaid: '' };

const wholeNumber: Part<number> = { read: (text) => (/^\d{1,9}$/.test(text) ? Number(text) : null), unsaid: 0 };

/** The first row in sight of a long list. */
export const place = { at: wholeNumber };

const booleans: Record<string, boolean> = { true: true, false: false };

export const flag = <Unsaid extends boolean | null>(unsaid: Unsaid): Part<boolean | Unsaid> => ({
  read: (text) => booleans[text] ?? null,
  unsaid,
});

export const matching = (pattern: RegExp): Part<string | null> => ({
  read: (text) => (pattern.test(text) ? text : null),
  unsaid: null,
});

export const id = matching(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);

export const oneOf = <Value extends string, Unsaid extends Value | null>(
  values: readonly Value[],
  unsaid: Unsaid,
): Part<Value | Unsaid> => ({ read: (text) => values.find((value) => value === text) ?? null, unsaid });

/** Several of them, with commas between; those that mean nothing are left out. */
export const listOf = <Value>({ read }: Part<Value>): Part<NonNullable<Value>[]> => ({
  read: (text) => text.split(',').flatMap((item) => read(item) ?? []),
  unsaid: [],
});

type Asked = URLSearchParams | Record<string, string | string[] | undefined>;

/** What an address says, as a page of Next's or the browser has it. */
export function readAddress<Known extends Parts>(parts: Known, asked: Asked): Said<Known> {
  const first = (name: string) => (asked instanceof URLSearchParams ? asked.get(name) : [asked[name]].flat()[0]);
  const said = Object.entries(parts).map(([name, { read, unsaid }]) => {
    const text = first(name);
    return [name, (typeof text === 'string' ? read(text) : null) ?? unsaid];
  });
  return Object.fromEntries(said) as Said<Known>;
}

/** The query with something else in it. What holds unsaid is not said; commas stay readable. */
export function changeQuery<Known extends Parts>(parts: Known, query: string, change: Change<Known>): string {
  const said = new URLSearchParams(query);
  for (const [name, value] of Object.entries(change)) {
    if (value === undefined) continue;
    const text = String(value);
    if (value === null || text === String(parts[name]?.unsaid ?? '')) said.delete(name);
    else said.set(name, text);
  }
  return said.toString().replaceAll('%2C', ',');
}
