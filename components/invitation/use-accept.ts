'use client';

import { useState } from 'react';
import { accept, type NewAccount, Refusal } from '@/components/invitation/ask-invitation';
import { forgetToken } from '@/components/invitation/kept-token';
import { paths } from '@/lib/paths';
import { signIn } from '@/lib/sign-in';

/** Accepts, signs a new person in, and goes to the team. */
export function useAccept(token: string) {
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();

  async function join(given?: NewAccount & { email: string }): Promise<void> {
    setPending(true);
    try {
      const { teamSlug } = await accept(token, given && { name: given.name, password: given.password });
      forgetToken();
      if (given) await signIn(given);
      window.location.assign(paths.connections(teamSlug));
    } catch (error) {
      setPending(false);
      setRefusal(error instanceof Refusal ? error : new Refusal(null));
    }
  }
  return { join, pending, refusal };
}
