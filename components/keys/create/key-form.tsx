'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState } from 'react';
import { ExpirySelect } from '@/components/keys/create/expiry-select';
import { draftIn, keepDraft, type KeyDraft, toWanted } from '@/components/keys/create/key-draft';
import { LimitFields } from '@/components/keys/create/limit-fields';
import { PermissionFields } from '@/components/keys/create/permission-fields';
import type { Wanted } from '@/components/keys/create/use-create';
import { Failure } from '@/components/keys/failure';
import { isWrongProof, ProofFields } from '@/components/layout/proof/proof-fields';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { GivenProof } from '@/contract/session';
import { useApi } from '@/lib/api';
import { teamSettings } from '@/lib/health-queries';
import { useSession } from '@/lib/session';
import { proofIn, useProof } from '@/lib/use-proof';

type KeyFormProps = {
  id: string;
  /** What was filled in before its writer left to prove who they are. */
  kept: KeyDraft | null;
  error: Error | null;
  onSubmit: (wanted: Wanted, proof: GivenProof | null) => Promise<void>;
};

export function KeyForm({ id, kept, error, onSubmit }: KeyFormProps) {
  const t = useTranslations('keys.make');
  const session = useSession();
  const form = useRef<HTMLFormElement>(null);
  const [permissions, setPermissions] = useState(kept?.permissions ?? []);
  const [limits, setLimits] = useState({ appIds: kept?.appIds ?? [], tagIds: kept?.tagIds ?? [] });
  const [missing, setMissing] = useState<'name' | 'permissions' | null>(null);
  const { data: team } = useQuery(teamSettings(useApi()));
  const reveals = permissions.includes('connections.reveal');
  // Asked before it is needed: a button that waits for it does nothing.
  const { proof, wanted } = useProof();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { currentTarget: filled } = event;
    const fields = new FormData(filled);
    const draft = draftIn(fields, { permissions, ...limits });
    const lacks = !draft.name ? 'name' : permissions.length === 0 ? 'permissions' : null;
    setMissing(lacks);
    // What is missing may be far above the button.
    if (lacks) filled.querySelector<HTMLElement>(lacks === 'name' ? '[name=name]' : '[type=checkbox]:enabled')?.focus();
    // Beside the button that leads to the provider, nothing more has to be said.
    if (lacks || (reveals && (!wanted || wanted === 'provider'))) return;
    void onSubmit(toWanted(draft), reveals ? proofIn(fields) : null);
  }
  const leave = () => {
    if (form.current) keepDraft(session, draftIn(new FormData(form.current), { permissions, ...limits }));
  };
  const days = team?.keyMaxAgeDays;
  return (
    <form ref={form} id={id} noValidate onSubmit={submit} className="grid gap-5">
      <div className="grid gap-4 sm:grid-cols-[1fr_12rem]">
        <Field label={t('name')} hint={t('nameHint')} error={missing === 'name' && t('nameMissing')}>
          {(control) => <Input {...control} name="name" defaultValue={kept?.name} maxLength={80} autoComplete="off" />}
        </Field>
        <Field label={t('expires')}>
          {(control) => (
            <ExpirySelect {...control} name="expires" wanted={kept?.expires} most={days ?? 90} key={days} />
          )}
        </Field>
      </div>
      <PermissionFields
        chosen={permissions}
        onChange={setPermissions}
        error={missing === 'permissions' ? t('permissionsMissing') : undefined}
      />
      <LimitFields limits={limits} onChange={setLimits} kept={kept} />
      {reveals && <ProofFields proof={proof} wanted={wanted} error={error} hint={t('passwordHint')} onLeave={leave} />}
      {!isWrongProof(error) && <Failure error={error} />}
    </form>
  );
}
