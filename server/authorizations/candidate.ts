import 'server-only';
import type { Comparison } from '@/contract/authorizations';
import type { Reach } from '@/server/reach/read-reach';

/** A new token's reach, held aside with it until a re-authorization is settled. */
export type Candidate = {
  scopes: string[];
  /** From the exchange itself; null where TikTok's answer did not say. */
  advertiserIds: string[] | null;
  /** Null until TikTok was asked whose the token is and what it reaches. */
  reach: Reach | null;
  comparison: Comparison | null;
};
