'use client';

import { useQuery } from '@tanstack/react-query';
import type { Confirmation, ConfirmationWay, GivenProof } from '@/contract/session';
import { useApi } from './api';

/** What is asked of them now. A password is asked each time; of who has none, nothing for five minutes after a proof. */
export type WantedProof = ConfirmationWay | 'nothing';

/** How whoever is signed in proves who they are, before a secret is theirs; `proof` is missing until that is known. */
export function useProof() {
  const { data, error } = useQuery({
    ...useApi().session.confirmation.queryOptions(),
    staleTime: 0,
    gcTime: 0,
  });
  return { proof: data, wanted: data && wantedProof(data), error };
}

const wantedProof = ({ by, until }: Confirmation): WantedProof =>
  by === 'password' || until === null ? by : 'nothing';

/** What was given in the fields of a form; null where nothing was asked. */
export function proofIn(fields: FormData): GivenProof | null {
  const [password, code] = [fields.get('password'), fields.get('code')];
  if (password !== null) return { password: String(password) };
  return code === null ? null : { code: String(code) };
}
