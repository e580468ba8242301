import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const pack = promisify(gzip);
const address = '/_next/static/';
const types = {
  '.css': 'text/css; charset=UTF-8',
  '.js': 'application/javascript; charset=UTF-8',
  '.svg': 'image/svg+xml',
};

/**
 * What the build made for browsers, packed once and as tightly as it goes: Next packs a file anew, and less so, for
 * everyone who asks. Names are those that the build has, so that none leads anywhere else.
 * @returns the function that answers a request, or undefined where Next is to do it
 */
export function builtFiles(folder) {
  const names = readdirSync(folder, { recursive: true }).filter((name) => extname(name) in types);
  const files = new Map(names.map((name) => [address + name.replaceAll(sep, '/'), join(folder, name)]));
  const packed = new Map();

  const packedOnce = (path) => {
    const known = packed.get(path);
    if (known) return known;
    const packing = readFile(files.get(path)).then((bytes) => pack(bytes, { level: 9, memLevel: 9 }));
    packed.set(path, packing);
    packing.catch(() => packed.delete(path));
    return packing;
  };

  return ({ method, headers }, path) => {
    if (method !== 'GET' || !files.has(path) || headers.range || !takesGzip(headers)) return undefined;
    return async (response) => {
      const bytes = await packedOnce(path);
      response.setHeader('Content-Type', types[extname(path)]);
      response.setHeader('Content-Encoding', 'gzip');
      response.setHeader('Content-Length', bytes.length);
      response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
      response.setHeader('Vary', 'Accept-Encoding');
      response.writeHead(200).end(bytes);
    };
  };
}

const takesGzip = (headers) => /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i.test(headers['accept-encoding'] ?? '');
