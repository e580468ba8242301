'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId } from 'react';
import type { ActDialogProps } from '@/components/connections/act-dialog';
import { FailureCallout } from '@/components/connections/failure';
import { type Use, useReveal } from '@/components/connections/token/use-reveal';
import { isWrongProof, ProofFields } from '@/components/layout/proof/proof-fields';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Icon } from '@/components/ui/icon';
import { say } from '@/components/ui/say';
import { proofIn, useProof } from '@/lib/use-proof';

type RevealDialogProps = ActDialogProps & { onShow: (token: string) => void };

/** Asks who it is before the token is shown, or copied without being shown. */
export function RevealDialog({ connection, onClose, onShow }: RevealDialogProps) {
  const t = useTranslations('connections');
  const form = useId();
  const { reveal, pending, problem } = useReveal({ id: connection.id, onToken });
  const { proof, wanted, error } = useProof();
  const ready = wanted !== undefined && wanted !== 'provider';

  function onToken(token: string, use: Use) {
    if (use === 'show') onShow(token);
    else say(t('token.copied'));
    onClose();
  }
  function ask(filled: HTMLFormElement, use: Use) {
    if (!pending && ready) void reveal(proofIn(new FormData(filled)), use);
  }
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    ask(event.currentTarget, 'show');
  }
  const refusal = problem instanceof Error ? problem : error;
  return (
    <Dialog
      open
      onClose={onClose}
      busy={!!pending}
      size="md"
      title={t('token.revealTitle')}
      description={t('token.revealText')}
      footer={
        <>
          {/* No submit button: Enter would press the first of them. */}
          <Button
            form={form}
            icon={<Icon name="copy" />}
            disabled={!ready}
            pending={pending === 'copy'}
            onClick={({ currentTarget }) => currentTarget.form?.reportValidity() && ask(currentTarget.form, 'copy')}
          >
            {t('token.copyUnseen')}
          </Button>
          <Button
            type="submit"
            form={form}
            variant="primary"
            icon={<Icon name="eye" />}
            disabled={!ready}
            pending={pending === 'show'}
          >
            {t('token.show')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="grid gap-4">
        <ProofFields proof={proof} wanted={wanted} error={refusal} alone />
        <FailureCallout error={isWrongProof(refusal) ? null : refusal} />
        {problem === 'copy_blocked' && (
          <p role="alert" className="text-broken">
            {t('token.copyBlocked')}
          </p>
        )}
      </form>
    </Dialog>
  );
}
