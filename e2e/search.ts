/** The forms in which a secret could lie somewhere: as it is, in base64 at each of its three offsets, in hex, in a URL, in JSON, in UTF-16. */
function formsOf(secret: Buffer): Buffer[] {
  const base64 = [0, 1, 2].flatMap((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), secret]).toString('base64');
    // What depends on the neighbours at either end is left out.
    const own = text.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + secret.length) * 8) / 6));
    return [own, own.replaceAll('+', '-').replaceAll('/', '_')];
  });
  const hex = secret.toString('hex');
  const plain = secret.toString('latin1');
  const texts = [...base64, hex, hex.toUpperCase(), encodeURIComponent(plain), JSON.stringify(plain).slice(1, -1)];
  const wide = Buffer.from(plain, 'utf16le');
  return [secret, wide, Buffer.from(wide).swap16(), ...[...new Set(texts)].map((form) => Buffer.from(form))];
}

type Pattern = { name: string; bytes: Buffer };

/** Finds which of many secrets, by name, are in some bytes, in any form: one pass, however many there are. */
export function searchFor(secrets: Record<string, string | Buffer>): (haystack: Buffer | string) => string[] {
  const beginnings = new Map<number, Pattern[]>();
  for (const [name, secret] of Object.entries(secrets)) {
    for (const bytes of formsOf(Buffer.from(secret))) {
      const key = beginningAt(bytes, 0);
      beginnings.set(key, [...(beginnings.get(key) ?? []), { name, bytes }]);
    }
  }
  const begins = new Uint8Array(1 << 24);
  for (const key of beginnings.keys()) begins[key] = 1;

  return (haystack) => {
    const bytes = Buffer.from(haystack);
    const found = new Set<string>();
    for (let at = 0; at < bytes.length - 2; at++) {
      const key = beginningAt(bytes, at);
      if (!begins[key]) continue;
      for (const pattern of beginnings.get(key) ?? []) {
        if (bytes.subarray(at, at + pattern.bytes.length).equals(pattern.bytes)) found.add(pattern.name);
      }
    }
    return [...found];
  };
}

function beginningAt(bytes: Buffer, at: number): number {
  return bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16);
}
