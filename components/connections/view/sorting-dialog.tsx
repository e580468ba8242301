'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import type { ActDialogProps } from '@/components/connections/act-dialog';
import { FailureCallout } from '@/components/connections/failure';
import { MakeTag } from '@/components/connections/make-tag';
import { useUpdate } from '@/components/connections/view/use-change';
import { ChoiceList } from '@/components/ui/choice-list';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { FormFooter } from '@/components/ui/form-footer';
import { Select } from '@/components/ui/select';
import { useApi } from '@/lib/api';
import { memberChoices, tagChoices } from '@/lib/connection-list-queries';

/** Whose care it is in, and its tags. */
export function SortingDialog({ connection, onClose }: ActDialogProps) {
  const t = useTranslations('connections.sorting');
  const find = useTranslations('connections.tagging')('find');
  const form = useId();
  const api = useApi();
  const members = useQuery(memberChoices(api));
  const tags = useQuery(tagChoices(api));
  const choices = tags.data?.map(({ id, name }) => ({ value: id, label: name }));
  const [chosen, setChosen] = useState(connection.tags.map(({ id }) => id));
  const { mutate, isPending, error } = useUpdate({ said: t('done'), onClose });

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const owner = new FormData(event.currentTarget).get('owner');
    mutate({ id: connection.id, ownerId: owner ? String(owner) : null, tags: chosen });
  }
  const footer = (
    <FormFooter
      form={form}
      action={t('action')}
      pending={isPending}
      disabled={!members.data || !tags.data}
      onCancel={onClose}
    />
  );
  return (
    <Dialog open onClose={onClose} busy={isPending} title={t('title')} footer={footer}>
      <form id={form} onSubmit={submit} className="grid gap-4">
        <Field label={t('owner')}>
          {(control) => (
            <Select {...control} key={members.status} name="owner" defaultValue={connection.owner?.id ?? ''}>
              <option value="">{t('nobody')}</option>
              {members.data?.rows.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <fieldset className="grid gap-1.5">
          <legend className="mb-1.5 font-medium">{t('tags')}</legend>
          <ChoiceList
            label={t('tags')}
            choices={choices}
            chosen={chosen}
            placeholder={find}
            onChange={setChosen}
            footer={(text) => (
              <MakeTag text={text} choices={choices} onMade={(id) => setChosen((others) => [...others, id])} />
            )}
          />
        </fieldset>
        <FailureCallout error={error ?? members.error ?? tags.error} />
      </form>
    </Dialog>
  );
}
