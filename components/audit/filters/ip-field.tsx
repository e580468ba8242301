'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { isAddress } from '@/components/audit/filters/is-address';
import { useAuditSearch } from '@/components/audit/use-audit-search';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';

/** Where somebody came from: asked for once it is whole and left. */
export function IpField() {
  const t = useTranslations('audit');
  const { search, ask } = useAuditSearch();
  const [text, setText] = useState(search.ip);
  const [known, setKnown] = useState(search.ip);
  const [wrong, setWrong] = useState(false);
  if (search.ip !== known) {
    setKnown(search.ip);
    setText(search.ip);
    setWrong(false);
  }

  function settle() {
    const ip = text.trim();
    const readable = ip === '' || isAddress(ip);
    setWrong(!readable);
    if (readable) ask({ ip });
  }
  return (
    <Field label={t('column.ip')} error={wrong ? t('filter.noAddress') : undefined}>
      {(control) => (
        <Input
          {...control}
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          maxLength={60}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onBlur={settle}
          onKeyDown={(event) => event.key === 'Enter' && settle()}
        />
      )}
    </Field>
  );
}
