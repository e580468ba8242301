import 'server-only';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { noteMessage } from './note-ends';

const noted = z.object({
  teamId: z.string(),
  sequence: z
    .string()
    .regex(/^\d{1,18}$/)
    .transform(BigInt),
  witness: z.string(),
});

/** By team, what a log has noted of the ends of its audit. Lines about anything else are passed over. */
export async function readNotes(file: string): Promise<Map<string, Map<bigint, string>>> {
  const notes = new Map<string, Map<bigint, string>>();
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const start = line.indexOf('{');
    if (start < 0 || !line.includes(noteMessage)) continue;
    const note = noted.safeParse(tryToParse(line.slice(start))).data;
    if (!note) continue;
    if (!notes.has(note.teamId)) notes.set(note.teamId, new Map());
    notes.get(note.teamId)?.set(note.sequence, note.witness);
  }
  return notes;
}

function tryToParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
