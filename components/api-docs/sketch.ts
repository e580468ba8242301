/** As much of JSON Schema as our document uses. */
export type Schema = {
  $ref?: string;
  type?: string | readonly string[];
  format?: string;
  const?: unknown;
  enum?: readonly unknown[];
  anyOf?: readonly Schema[];
  items?: Schema;
  properties?: Readonly<Record<string, Schema>>;
  additionalProperties?: Schema | boolean;
  required?: readonly string[];
};

/** A schema the way one would jot it down: `{ id: uuid, name?: string }`. */
export function sketch(schema: Schema, indent = ''): string {
  if (schema.$ref) return schema.$ref.replace(/.*\//, '');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (schema.anyOf) return [...new Set(schema.anyOf.map((one) => sketch(one, indent)))].join(' | ');
  if (schema.type === 'array') return arrayOf(sketch(schema.items ?? {}, indent));
  if (schema.properties) return objectOf(schema, indent);
  if (typeof schema.additionalProperties === 'object')
    return `{ [name]: ${sketch(schema.additionalProperties, indent)} }`;
  return schema.format ?? (Array.isArray(schema.type) ? schema.type.join(' | ') : String(schema.type ?? 'any'));
}

const arrayOf = (item: string) => (item.includes(' | ') ? `(${item})[]` : `${item}[]`);

function objectOf({ properties = {}, required = [] }: Schema, indent: string): string {
  const inner = `${indent}  `;
  const lines = Object.entries(properties).map(
    ([name, schema]) => `${inner}${name}${required.includes(name) ? '' : '?'}: ${sketch(schema, inner)}`,
  );
  return lines.length ? `{\n${lines.join('\n')}\n${indent}}` : '{}';
}
