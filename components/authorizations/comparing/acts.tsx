'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import type { Authorization, Comparison } from '@/contract/authorizations';
import { useApi } from '@/lib/api';
import { DiscardButton } from '../discard-button';
import { Problem } from '../problem';
import { useSettled } from '../use-settled';
import { losesAnything } from './kind-of';
import { useTryAgain } from './use-try-again';

type ActsProps = { authorization: Authorization; comparison: Comparison; blocked: boolean };

/** Replace it, try again, or save it as another connection: whichever is right stands out. */
export function Acts({ authorization, comparison, blocked }: ActsProps) {
  const t = useTranslations('authorizations.comparing');
  const api = useApi();
  const { id } = authorization;
  const { canReplace, identity } = comparison;
  const client = useQueryClient();
  const confirm = useMutation(
    api.authorizations.confirm.mutationOptions({
      onSuccess: useSettled(),
      // What it would change may be another by now: that is looked at before anything is decided.
      onError: () => client.invalidateQueries({ queryKey: api.authorizations.key() }),
    }),
  );
  const repeat = useTryAgain(authorization);
  const doing = confirm.isPending ? confirm.variables.decision : null;
  const busy = doing !== null || repeat.pending;
  return (
    <div className="grid gap-3">
      <Problem error={confirm.error ?? repeat.error} />
      <div className="flex flex-wrap items-center gap-2">
        <span className="-ms-3 me-auto">
          <DiscardButton id={id} title={t('discardTitle')} text={t('discardText')} action={t('discard')}>
            {t('discard')}
          </DiscardButton>
        </span>
        {identity !== 'same' && (
          <Button
            pending={doing === 'save_as_new'}
            disabled={busy && doing !== 'save_as_new'}
            onClick={() => confirm.mutate({ id, decision: 'save_as_new' })}
          >
            {t('saveAsNew')}
          </Button>
        )}
        <Button
          variant={canReplace ? 'secondary' : 'primary'}
          pending={repeat.pending}
          disabled={doing !== null}
          onClick={repeat.tryAgain}
        >
          {t('tryAgain')}
        </Button>
        {canReplace && (
          <Button
            variant="primary"
            pending={doing === 'replace'}
            disabled={blocked || (busy && doing !== 'replace')}
            onClick={() => confirm.mutate({ id, decision: 'replace', acceptLosses: losesAnything(comparison) })}
          >
            {t('replace')}
          </Button>
        )}
      </div>
    </div>
  );
}
