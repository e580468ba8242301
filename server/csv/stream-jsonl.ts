import 'server-only';
import type { Csv } from '@/contract/csv';
import { log } from '@/server/log';
import { pulled } from './pulled';

type File = { name: string; batches: AsyncIterable<readonly object[]>; count: number };

/** The same as streamCsv, with a row a JSON object of its own line. */
export function streamJsonl({ name, batches, count }: File): Csv {
  const day = new Date().toISOString().slice(0, 10);
  return {
    headers: {
      'content-type': 'application/jsonl; charset=utf-8',
      'content-disposition': `attachment; filename="${name}-${day}.jsonl"`,
      'x-row-count': String(count),
    },
    body: pulled(chunksOf(name, batches)),
  };
}

async function* chunksOf(name: string, batches: File['batches']) {
  const encoder = new TextEncoder();
  try {
    for await (const batch of batches) {
      if (batch.length > 0) yield encoder.encode(batch.map((row) => `${JSON.stringify(row)}\n`).join(''));
    }
  } catch (error) {
    log.error({ err: error, file: name }, 'A JSONL file was cut short');
    throw error;
  }
}
