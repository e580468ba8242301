'use client';

import { useState } from 'react';
import type { GivenProof } from '@/contract/session';
import { useApi } from '@/lib/api';

export type Use = 'show' | 'copy';

type RevealEnding = { id: string; onToken: (token: string, use: Use) => void };

/**
 * Proves who it is, then takes the token, to show it or to copy it unseen. The API is called directly: what passes
 * here must never lie in a cache.
 */
export function useReveal({ id, onToken }: RevealEnding) {
  const api = useApi();
  const [pending, setPending] = useState<Use>();
  const [problem, setProblem] = useState<Error | 'copy_blocked'>();

  async function reveal(proof: GivenProof | null, use: Use) {
    setPending(use);
    setProblem(undefined);
    try {
      if (proof) await api.session.confirm.call(proof);
      const { accessToken } = await api.connections.token.call({ id });
      if (use === 'copy' && !(await isCopied(accessToken))) setProblem('copy_blocked');
      else onToken(accessToken, use);
    } catch (error) {
      setProblem(error as Error);
    } finally {
      setPending(undefined);
    }
  }
  return { reveal, pending, problem };
}

/** The clipboard exists only on secure origins, and asks. */
async function isCopied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
