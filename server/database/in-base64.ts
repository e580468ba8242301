import 'server-only';

/** Bytes on their way to a statement that takes many rows as JSON. */
export const inBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
