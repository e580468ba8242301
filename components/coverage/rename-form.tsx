'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Failure } from '@/components/coverage/failure';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';

type RenameFormProps = { name: string; pending: boolean; error: Error | null; onRename: (name: string) => void };

export function RenameForm({ name, pending, error, onRename }: RenameFormProps) {
  const t = useTranslations('coverage');
  const [text, setText] = useState(name);
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        onRename(text.trim());
      }}
    >
      <Field label={t('upload.name')}>
        {(control) => (
          <Input {...control} required maxLength={120} value={text} onChange={(event) => setText(event.target.value)} />
        )}
      </Field>
      <Failure error={error} />
      <div className="flex justify-end">
        <Button type="submit" variant="primary" pending={pending}>
          {t('menu.rename')}
        </Button>
      </div>
    </form>
  );
}
