import 'server-only';

const uuidBytes = 16;

/** UUIDs that a query packed with `string_agg(uuid_send(id), '')`: 100,000 of them are 1.6 MB, a batch is text. */
export function* unpackIds(packed: Uint8Array, batchSize: number): Generator<string[]> {
  const hex = (at: number) => Buffer.from(packed.buffer, packed.byteOffset + at, uuidBytes).toString('hex');
  for (let start = 0; start < packed.length; start += batchSize * uuidBytes) {
    const batch: string[] = [];
    const end = Math.min(start + batchSize * uuidBytes, packed.length);
    for (let at = start; at < end; at += uuidBytes) batch.push(dashed(hex(at)));
    yield batch;
  }
}

const dashed = (hex: string) => hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
