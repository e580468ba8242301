'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ProofFields } from '@/components/layout/proof/proof-fields';
import { Failure } from '@/components/members/failure';
import type { Role } from '@/contract/permissions';
import { readsTokens } from '@/contract/role-heights';
import { useApi } from '@/lib/api';
import { proofIn, useProof, type WantedProof } from '@/lib/use-proof';

const isAsked = (wanted: WantedProof | undefined) => wanted !== undefined && wanted !== 'provider';

const isFilledIn = (form: HTMLFormElement): boolean =>
  form.querySelector<HTMLInputElement>('[name=password], [name=code]')?.reportValidity() ?? true;

/** The role that is chosen first, and the one that they have already, which is no gift. */
type Giving = { chosen: Role; held?: Role };

/** Giving a role that reads tokens wants a proof of who gives it: `askFor` shows the fields, `prove` brings what is in them. */
export function useGiving({ chosen, held }: Giving) {
  const t = useTranslations('members');
  const api = useApi();
  const [role, choose] = useState(chosen);
  const isGift = role !== held && readsTokens(role);
  // Asked before it is needed: a button that waits for it does nothing.
  const { proof, wanted, error: unknown } = useProof();
  return {
    choose,
    /** False until it is known what is wanted and that is filled in, and where the way to the provider comes first. */
    isReady: (form: HTMLFormElement): boolean => !isGift || (isAsked(wanted) && isFilledIn(form)),
    askFor: (error: Error | null) =>
      isGift &&
      (unknown && !wanted ? (
        <Failure error={unknown} />
      ) : (
        <ProofFields proof={proof} wanted={wanted} error={error} hint={t('proofHint')} />
      )),
    async prove(fields: FormData): Promise<void> {
      const given = isGift ? proofIn(fields) : null;
      if (given) await api.session.confirm.call(given);
    },
  };
}
