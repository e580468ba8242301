'use client';

import { useTranslations } from 'next-intl';
import { type SyntheticEvent, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Textarea } from '@/components/ui/textarea';
import type { Authorization } from '@/contract/authorizations';
import { Override } from './override';
import { PasteProblem } from './paste-problem';
import { PasteVerdict } from './paste-verdict';
import { needsOverride } from './needs-override';
import { understandPasted } from './understand-pasted';
import { useComplete } from './use-complete';

type PasteBoxProps = { authorization: Authorization; ownState: string | null };

/** The address of the page that did not load, understood while it is pasted. Nothing is sent before the button. */
export function PasteBox({ authorization, ownState }: PasteBoxProps) {
  const t = useTranslations('authorizations.paste');
  const textId = useId();
  const [pasted, setPasted] = useState('');
  const [override, setOverride] = useState(false);
  const { complete, pending, error, reset } = useComplete(authorization.id);
  const understood = understandPasted(pasted, ownState);
  const stopped = needsOverride(understood, error);
  const ready = 'read' in understood && (!stopped || override);

  function change(text: string) {
    setPasted(text);
    setOverride(false);
    reset();
  }

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    if (ready && !pending) complete({ pasted, override: stopped && override });
  }

  return (
    <form onSubmit={submit} className="grid gap-3 rounded-xl border border-dashed p-4">
      <div>
        <h2 className="font-semibold">{t('title')}</h2>
        <p className="text-mute">{expectation(t, authorization)}</p>
      </div>
      <Textarea
        aria-label={t('label')}
        aria-describedby={textId}
        aria-invalid={understood.verdict === 'unreadable' || Boolean(error) || undefined}
        value={pasted}
        onChange={(event) => change(event.target.value)}
        placeholder={`${authorization.redirectUrl}?auth_code=…&code=…&state=…`}
        rows={2}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="none"
        translate="no"
        className="max-h-56 font-mono text-xs break-all max-sm:leading-6"
      />
      <div id={textId} aria-live="polite" className="grid gap-3">
        <PasteVerdict understood={understood} createdAt={authorization.createdAt} refused={error !== null} />
        <PasteProblem error={error} />
      </div>
      {stopped && <Override checked={override} onChange={setOverride} />}
      {/* Refused, it keeps the focus: a button that is disabled under it would lose it. */}
      <Button
        type="submit"
        variant="primary"
        className="justify-self-end aria-disabled:opacity-50"
        disabled={!ready && !error}
        aria-disabled={!ready || pending || undefined}
        pending={pending}
      >
        {t('get')}
      </Button>
    </form>
  );
}

type Translate = ReturnType<typeof useTranslations<'authorizations.paste'>>;

function expectation(t: Translate, { arrival, redirectUrl }: Authorization) {
  if (arrival === 'reachable') return t('unexpected');
  return t.rich('expected', {
    redirectUrl,
    code: (text) => (
      <code translate="no" className="font-mono text-xs break-all">
        {text}
      </code>
    ),
  });
}
