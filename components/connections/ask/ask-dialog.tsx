'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type FormEvent, useId } from 'react';
import type { ActDialogProps } from '@/components/connections/act-dialog';
import { AskUrl } from '@/components/connections/ask/ask-url';
import { FailureCallout } from '@/components/connections/failure';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { useApi } from '@/lib/api';

const days = [1, 7, 30, 90] as const;

/** An Authorized URL for whoever authorized it before: it renews this connection, bound to no browser. */
export function AskDialog({ connection, onClose }: ActDialogProps) {
  const t = useTranslations('connections.ask');
  const form = useId();
  const [api, queryClient] = [useApi(), useQueryClient()];
  const make = useMutation(
    api.authorizations.create.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: api.authorizations.key() }),
    }),
  );

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const expiresInMinutes = Number(new FormData(event.currentTarget).get('days')) * 1440;
    make.mutate({ id: connection.app.id, connectionId: connection.id, bound: false, expiresInMinutes });
  }
  const footer = make.data ? (
    <Button onClick={onClose}>{t('done')}</Button>
  ) : (
    <Button type="submit" form={form} variant="primary" pending={make.isPending}>
      {t('make')}
    </Button>
  );
  return (
    <Dialog open onClose={onClose} size="md" title={t('title')} description={t('text')} footer={footer}>
      {make.data ? (
        <AskUrl made={make.data} />
      ) : (
        <form id={form} onSubmit={submit} className="grid gap-4">
          <Field label={t('validity')}>
            {(control) => (
              <Select {...control} name="days" defaultValue={7}>
                {days.map((count) => (
                  <option key={count} value={count}>
                    {t('days', { count })}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <FailureCallout error={make.error} />
        </form>
      )}
    </Dialog>
  );
}
