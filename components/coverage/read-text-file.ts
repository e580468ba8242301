/** The API takes 8 MB in all: room is left for the name. */
const mostBytes = 8 * 1024 * 1024 - 1_000;

/** Whether a list is more than can be sent. On the way a line end is two bytes, a mark six at most. */
export function isTooLong(text: string): boolean {
  return text.length > mostBytes / 6 && new TextEncoder().encode(JSON.stringify(text)).length > mostBytes;
}

/**
 * What a text file says, in whichever encoding spreadsheets write it: UTF-8, UTF-16 with its mark, else Shift_JIS, as
 * Excel does in Japan. Null where it is none of these.
 */
export function readTextFile(bytes: Uint8Array): string | null {
  const mark = `${bytes[0]},${bytes[1]}`;
  const named = { '255,254': 'utf-16le', '254,255': 'utf-16be' }[mark];
  for (const encoding of named ? [named] : ['utf-8', 'shift_jis']) {
    const text = decode(bytes, encoding);
    if (text !== null && !text.includes('\0')) return text;
  }
  return null;
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
