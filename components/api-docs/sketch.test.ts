import { expect, it } from 'vitest';
import { sketch } from './sketch';

it.each([
  [{ type: 'string' }, 'string'],
  [{ type: 'string', format: 'uuid' }, 'uuid'],
  [{ enum: ['a', 'b'], type: 'string' }, '"a" | "b"'],
  [{ anyOf: [{ type: 'string' }, { type: 'null' }] }, 'string | null'],
  [{ type: 'array', items: { anyOf: [{ type: 'string' }, { type: 'null' }] } }, '(string | null)[]'],
  [{ $ref: '#/components/schemas/App' }, 'App'],
  [{ type: 'object', additionalProperties: { type: 'integer' } }, '{ [name]: integer }'],
  [{}, 'any'],
])('reads %j as %s', (schema, text) => expect(sketch(schema)).toBe(text));

it('indents what stands within', () => {
  const inner = { type: 'object', properties: { id: { type: 'string' } }, required: ['id'] };
  expect(sketch({ type: 'object', properties: { rows: { type: 'array', items: inner } } })).toBe(
    '{\n  rows?: {\n    id: string\n  }[]\n}',
  );
});
