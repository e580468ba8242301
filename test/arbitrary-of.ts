import fc, { type Arbitrary } from 'fast-check';
import { z } from 'zod';

type JsonSchema = Exclude<z.core.JSONSchema.BaseSchema, boolean>;

/** Text that has broken somebody's program before, besides what fast-check makes up. */
const nasty = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  '\u202e\u2028\u{1F469}\u200D\u{1F467}',
  '\'; DROP TABLE "Connection"; --',
  '%_\\',
  '{{7*7}}${7*7}',
  '<img src=x onerror=alert(1)>',
  '../../etc/passwd',
  '__proto__',
  'null',
  '-1',
  '9007199254740993',
  '1e400',
  '2026-02-30T25:61:00Z',
  '００１',
  'x'.repeat(70_000),
];
const text = fc.oneof(fc.constantFrom(...nasty), fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));
const number = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0, -1, 1.5, 2 ** 31, 2 ** 53, -(2 ** 63), 1e308),
);
const deep = fc
  .integer({ min: 1, max: 400 })
  .map((depth) => JSON.parse('['.repeat(depth) + ']'.repeat(depth)) as unknown);
const anything = fc.oneof(text, number, fc.boolean(), fc.constant(null), fc.jsonValue({ maxDepth: 3 }), deep);
/** Columns that no input may set. */
const intruders = fc.constantFrom('teamId', 'role', 'id', 'createdById', 'tokenSealed', '__proto__', 'constructor');

/**
 * Values that are nearly what a shape wants: most parts right, some missing, some of another kind. Strings that look like
 * ids are drawn from `ids`.
 */
export function arbitraryOf(schema: z.ZodType, ids: string[]): Arbitrary<unknown> {
  const root = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  const id = fc.constantFrom(...ids);

  const right = (part: JsonSchema, depth: number): Arbitrary<unknown> => {
    if (depth > 6) return fc.constant(null);
    if (part.$ref) return right((root.$defs?.[part.$ref.split('/').at(-1)!] ?? {}) as JsonSchema, depth + 1);
    if (part.const !== undefined) return fc.constant(part.const);
    if (part.enum) return fc.constantFrom(...part.enum);
    const choices = part.anyOf ?? part.oneOf;
    if (choices) return fc.oneof(...choices.map((each) => nearly(each as JsonSchema, depth + 1)));
    if (part.type === 'object') return record(part, depth);
    if (part.type === 'array') return fc.array(nearly((part.items ?? {}) as JsonSchema, depth + 1), { maxLength: 4 });
    if (part.type === 'boolean') return fc.boolean();
    if (part.type === 'integer' || part.type === 'number') return fc.oneof(fc.nat(50), number);
    if (part.type === 'string') return stringLike(part);
    return anything;
  };

  const stringLike = ({ format, pattern }: JsonSchema): Arbitrary<string> => {
    if (format === 'uuid') return id;
    if (format === 'email') return fc.emailAddress();
    if (format === 'date-time') return fc.date({ noInvalidDate: true }).map((date) => date.toISOString());
    const readable = pattern !== undefined && !pattern.includes('\\p');
    const fitting = readable ? fc.stringMatching(new RegExp(pattern, 'u')) : fc.string({ minLength: 1, maxLength: 12 });
    return fc.oneof({ weight: 3, arbitrary: fitting }, { weight: 1, arbitrary: id }, { weight: 1, arbitrary: text });
  };

  const record = (part: JsonSchema, depth: number): Arbitrary<unknown> => {
    const properties = Object.entries(part.properties ?? {});
    const values = properties.map(([name, each]) => [name, nearly(each as JsonSchema, depth + 1)] as const);
    const demanded = values.filter(([name]) => part.required?.includes(name));
    const least = fc.record(Object.fromEntries(demanded));
    // A few of the others at a time: of twenty at once, one would always be wrong.
    const more = fc
      .subarray(values, { maxLength: Math.min(3, values.length) })
      .chain((some) => fc.record(Object.fromEntries(some)));
    const whole = fc.tuple(least, more).map(([a, b]) => ({ ...a, ...b }));
    const extra = fc.dictionary(intruders, anything, { maxKeys: 1 });
    const lacking = fc.record(Object.fromEntries(values), { requiredKeys: [] });
    return fc.oneof(
      { weight: 6, arbitrary: whole },
      { weight: 1, arbitrary: lacking },
      { weight: 1, arbitrary: fc.tuple(whole, extra).map(([a, b]) => ({ ...a, ...b })) },
    );
  };

  const nearly = (part: JsonSchema, depth: number): Arbitrary<unknown> =>
    fc.oneof({ weight: 15, arbitrary: right(part, depth) }, { weight: 1, arbitrary: anything });

  return nearly(root, 0);
}
