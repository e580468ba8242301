import { isLosslessNumber, parse } from 'lossless-json';
import { Refusal } from './envelope';

export type Version = 'v1.2' | 'v1.3';

/** A call of open_api, read but not judged. */
export interface Call {
  version: Version;
  sandbox: boolean;
  query: URLSearchParams;
  body: Record<string, unknown>;
  /** The header `Access-Token`; `Authorization` means nothing to TikTok. */
  accessToken?: string;
}

/** A JSON object, numbers kept as digits; anything else is an empty one, so that required fields are missing. */
export function parseJsonBody(text: string): Record<string, unknown> {
  try {
    const value = parse(text);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The named fields of the body as text. v1.3 wants strings, v1.2 takes numbers as well. */
export function bodyFields<Name extends string>(call: Call, names: readonly Name[]): Record<Name, string> {
  requireAll(names, (name) => call.body[name]);
  return Object.fromEntries(names.map((name) => [name, textOf(call, name)])) as Record<Name, string>;
}

export function queryFields<Name extends string>(call: Call, names: readonly Name[]): Record<Name, string> {
  requireAll(names, (name) => call.query.get(name));
  return Object.fromEntries(names.map((name) => [name, call.query.get(name)])) as Record<Name, string>;
}

function requireAll(names: readonly string[], valueOf: (name: string) => unknown): void {
  const missing = names.filter((name) => valueOf(name) == null || valueOf(name) === '');
  if (missing.length) throw new Refusal(40002, `Missing required field(s): ${missing.join(', ')}`);
}

function textOf(call: Call, name: string): string {
  const value = call.body[name];
  if (typeof value === 'string') return value;
  if (call.version === 'v1.2' && isLosslessNumber(value)) return value.toString();
  throw new Refusal(40002, `${name}: Not a valid string.`);
}

/** A query parameter holding a JSON array of strings; undefined when it is absent. */
export function jsonArrayParam(call: Call, name: string): string[] | undefined {
  const text = call.query.get(name);
  if (text === null) return undefined;
  const value = tryParse(text);
  if (!Array.isArray(value)) throw new Refusal(40002, `${name}: Not a valid list.`);
  return value.map((item) => {
    if (typeof item === 'string' || isLosslessNumber(item)) return item.toString();
    throw new Refusal(40002, `${name}: Not a valid list of strings.`);
  });
}

function tryParse(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}
