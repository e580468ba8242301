'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ApiKey } from '@/contract/api-keys';
import type { GivenProof } from '@/contract/session';
import type { KeyPermission } from '@/contract/key-words';
import { useApi } from '@/lib/api';

export type Wanted = {
  name: string;
  permissions: KeyPermission[];
  expiresInDays: number;
  appIds: string[];
  tagIds: string[];
  advertiserIds: string[];
  addressRanges: string[];
};

export type Made = { key: string; apiKey: ApiKey };

/** Proves who it is where the key wants that, then makes the key. What comes back must never lie in a cache. */
export function useCreate() {
  const [api, client] = [useApi(), useQueryClient()];
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const [made, setMade] = useState<Made | null>(null);

  async function create(wanted: Wanted, proof: GivenProof | null) {
    setPending(true);
    setError(null);
    try {
      if (proof) await api.session.confirm.call(proof);
      setMade(await api.apiKeys.create.call(wanted));
      await client.invalidateQueries({ queryKey: api.apiKeys.key() });
    } catch (thrown) {
      setError(thrown as Error);
    } finally {
      setPending(false);
    }
  }
  return { create, pending, error, made };
}
