'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { ExpirySelect } from '@/components/keys/create/expiry-select';
import { LimitFields, type ObjectLimits } from '@/components/keys/create/limit-fields';
import { linesOf } from '@/components/keys/create/lines-of';
import { PermissionFields } from '@/components/keys/create/permission-fields';
import type { Wanted } from '@/components/keys/create/use-create';
import { Failure } from '@/components/keys/failure';
import { isWrongProof, ProofFields } from '@/components/layout/proof/proof-fields';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { KeyPermission } from '@/contract/key-words';
import type { GivenProof } from '@/contract/session';
import { useApi } from '@/lib/api';
import { teamSettings } from '@/lib/health-queries';
import { proofIn, useProof } from '@/lib/use-proof';

type KeyFormProps = {
  id: string;
  error: Error | null;
  onSubmit: (wanted: Wanted, proof: GivenProof | null) => Promise<void>;
};

export function KeyForm({ id, error, onSubmit }: KeyFormProps) {
  const t = useTranslations('keys.make');
  const [permissions, setPermissions] = useState<KeyPermission[]>([]);
  const [limits, setLimits] = useState<ObjectLimits>({ appIds: [], tagIds: [] });
  const [missing, setMissing] = useState<'name' | 'permissions' | null>(null);
  const { data: team } = useQuery(teamSettings(useApi()));
  const reveals = permissions.includes('connections.reveal');
  const { proof, wanted } = useProof(reveals);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const text = (name: string) => String(fields.get(name) ?? '');
    const name = text('name').trim();
    const lacks = !name ? 'name' : permissions.length === 0 ? 'permissions' : null;
    setMissing(lacks);
    // Beside the button that leads to the provider, nothing more has to be said.
    if (lacks || (reveals && (!wanted || wanted === 'provider'))) return;
    const [advertiserIds, addressRanges] = [linesOf(text('advertiserIds')), linesOf(text('addressRanges'))];
    const expiresInDays = Number(text('expires'));
    void onSubmit(
      { name, permissions, expiresInDays, ...limits, advertiserIds, addressRanges },
      reveals ? proofIn(fields) : null,
    );
  }
  return (
    <form id={id} noValidate onSubmit={submit} className="grid gap-5">
      <div className="grid gap-4 sm:grid-cols-[1fr_12rem]">
        <Field label={t('name')} hint={t('nameHint')} error={missing === 'name' && t('nameMissing')}>
          {(control) => <Input {...control} name="name" maxLength={80} autoComplete="off" />}
        </Field>
        <Field label={t('expires')}>
          {(control) => (
            <ExpirySelect {...control} name="expires" most={team?.keyMaxAgeDays ?? 90} key={team?.keyMaxAgeDays} />
          )}
        </Field>
      </div>
      <PermissionFields
        chosen={permissions}
        onChange={setPermissions}
        error={missing === 'permissions' ? t('permissionsMissing') : undefined}
      />
      <LimitFields limits={limits} onChange={setLimits} />
      {reveals && <ProofFields proof={proof} wanted={wanted} error={error} hint={t('passwordHint')} losesForm />}
      {!isWrongProof(error) && <Failure error={error} />}
    </form>
  );
}
