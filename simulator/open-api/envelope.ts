import { stringify } from 'lossless-json';

/** What every answer of open_api is wrapped in. */
export interface Envelope {
  code: number;
  message: string;
  request_id: string;
  data: unknown;
}

/** A refusal in TikTok's words; it goes out with HTTP 200. */
export class Refusal extends Error {
  constructor(
    readonly code: number,
    message: string,
  ) {
    super(message);
  }
}

/** JSON in which a bigint stands as bare digits: how ids above 2^53 arrive where TikTok sends numbers. */
export function jsonText(value: unknown): string {
  return stringify(value) ?? 'null';
}
