import 'server-only';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { StartError } from '@/server/start-error';

/** Format: magic, length and JSON of the head, then frames: length, ciphertext, tag. The last frame says so. */
const magic = Buffer.from('grantboard backup 1\n');
const frameBytes = 256 * 1024;
const tagLength = 16;
const options = { authTagLength: tagLength };

/** A file that is no backup, or not the one that was made. Its message says what to do. */
class SealedFileError extends StartError {}

/** Encrypts a stream piece by piece (AES-256-GCM; number and lastness of each piece are bound to it, and so is `head`). */
export async function* sealStream(key: Uint8Array, head: object, plain: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const start = startOf(head);
  yield start;
  let held = Buffer.alloc(0);
  let number = 0;
  for await (const chunk of plain) {
    held = Buffer.concat([held, chunk]);
    while (held.length > frameBytes) {
      yield frame(key, start, number++, false, held.subarray(0, frameBytes));
      held = held.subarray(frameBytes);
    }
  }
  yield frame(key, start, number, true, held);
}

function startOf(head: object): Buffer {
  const text = Buffer.from(JSON.stringify({ ...head, nonce: randomBytes(7).toString('hex') }));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  return Buffer.concat([magic, length, text]);
}

function frame(key: Uint8Array, start: Buffer, number: number, last: boolean, plain: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(start, number, last), options).setAAD(start);
  const sealed = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(sealed.length);
  return Buffer.concat([length, sealed]);
}

/** As in the STREAM construction: a prefix of the file's own, the number of the piece, and whether it is the last. */
function nonceOf(start: Buffer, number: number, last: boolean): Buffer {
  const { nonce } = JSON.parse(start.subarray(magic.length + 4).toString()) as { nonce: string };
  const tail = Buffer.alloc(5);
  tail.writeUInt32BE(number);
  tail.writeUInt8(last ? 1 : 0, 4);
  return Buffer.concat([Buffer.from(nonce, 'hex'), tail]);
}

/**
 * Decrypts what sealStream made. `keyFor` is given the head as it stands there, which is believed only once the first
 * piece opens with it. Throws SealedFileError if a byte is another, or if pieces are missing, moved or added.
 */
export async function* openStream<Head>(
  sealed: AsyncIterable<Buffer>,
  keyFor: (head: Head) => Promise<Uint8Array> | Uint8Array,
): AsyncGenerator<Buffer> {
  const bytes = readerOf(sealed);
  if (!(await bytes.take(magic.length)).equals(magic)) throw new SealedFileError('This is no backup of Grantboard.');
  const length = await bytes.take(4);
  const text = await bytes.take(length.readUInt32BE());
  const start = Buffer.concat([magic, length, text]);
  const key = await keyFor(JSON.parse(text.toString()) as Head);
  for (let number = 0; ; number++) {
    const piece = await bytes.take((await bytes.take(4)).readUInt32BE());
    const last = await bytes.isEnd();
    yield openFrame(key, start, nonceOf(start, number, last), piece);
    if (last) return;
  }
}

function openFrame(key: Uint8Array, start: Buffer, nonce: Buffer, piece: Buffer): Buffer {
  const end = piece.length - tagLength;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, options).setAAD(start);
    decipher.setAuthTag(piece.subarray(end));
    return Buffer.concat([decipher.update(piece.subarray(0, end)), decipher.final()]);
  } catch {
    throw new SealedFileError('The backup does not open: the key is another, or the file is damaged or cut off.');
  }
}

function readerOf(source: AsyncIterable<Buffer>) {
  const chunks = source[Symbol.asyncIterator]();
  let held = Buffer.alloc(0);
  const fill = async (size: number) => {
    while (held.length < size) {
      const { done, value } = await chunks.next();
      if (done) return false;
      held = Buffer.concat([held, value]);
    }
    return true;
  };
  return {
    async take(size: number): Promise<Buffer> {
      if (size > 64 * 1024 * 1024 || !(await fill(size)))
        throw new SealedFileError('The backup is damaged or cut off.');
      const taken = held.subarray(0, size);
      held = held.subarray(size);
      return taken;
    },
    isEnd: async () => !(await fill(1)),
  };
}
