'use client';

import { useTranslations } from 'next-intl';
import { type ChangeEvent, type FormEvent, useMemo, useState } from 'react';
import { Failure } from '@/components/coverage/failure';
import { PasteField } from '@/components/coverage/paste-field';
import { isTooLong, readTextFile } from '@/components/coverage/read-text-file';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { readFailure } from '@/lib/api-failure';

type Upload = { name: string; csv: string; skipUnread: boolean };

type UploadFormProps = {
  /** Absent where the list has its name already. */
  named?: boolean;
  submit: string;
  pending: boolean;
  error: Error | null;
  onUpload: (upload: Upload) => void;
};

/** The expected advertisers, from a file or pasted. What was given stays while its faults are shown. */
export function UploadForm({ named = true, submit, pending, error, onUpload }: UploadFormProps) {
  const t = useTranslations('coverage.upload');
  const [name, setName] = useState('');
  const [csv, setCsv] = useState('');
  const [skipUnread, setSkipUnread] = useState(false);
  const [unreadable, setUnreadable] = useState(false);
  const tooLarge = useMemo(() => isTooLong(csv), [csv]);
  const faulty = readFailure(error).reason === 'unread_lines';

  async function take({ target }: ChangeEvent<HTMLInputElement>) {
    const [file] = target.files ?? [];
    if (!file) return;
    const text = readTextFile(new Uint8Array(await file.arrayBuffer()));
    setUnreadable(text === null);
    if (text === null) return;
    setCsv(text.replace(/^\uFEFF/, ''));
    if (!name) setName(file.name.replace(/\.\w+$/, '').slice(0, 120));
  }
  function send(event: FormEvent) {
    event.preventDefault();
    if (!tooLarge) onUpload({ name: name.trim(), csv, skipUnread: faulty && skipUnread });
  }
  return (
    <form onSubmit={send} className="grid gap-3">
      <Field label={t('file')} hint={t('fileHint')} error={unreadable ? t('notText') : undefined}>
        {(control) => (
          <input
            {...control}
            type="file"
            accept=".csv,.tsv,.txt,text/csv,text/plain"
            onChange={(event) => void take(event)}
            className="max-w-full text-sm file:me-3 file:h-8 file:rounded-lg file:border file:border-line file:bg-panel file:px-3 file:font-medium file:text-ink"
          />
        )}
      </Field>
      <PasteField csv={csv} onChange={setCsv} error={tooLarge ? t('tooLarge') : undefined} />
      {named && (
        <Field label={t('name')}>
          {(control) => (
            <Input
              {...control}
              required
              maxLength={120}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
      )}
      <Failure error={error} />
      {faulty && (
        <Checkbox label={t('skip')} checked={skipUnread} onChange={(event) => setSkipUnread(event.target.checked)} />
      )}
      <div className="flex justify-end">
        <Button type="submit" variant="primary" pending={pending}>
          {submit}
        </Button>
      </div>
    </form>
  );
}
