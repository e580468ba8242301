'use client';

import { Bookmark } from 'lucide-react';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import type { ViewNoun } from '@/contract/views';
import { useSession } from '@/lib/session';

const SaveViewDialog = dynamic(() => import('./save-view-dialog').then((module) => module.SaveViewDialog));

/** Keeps what a list shows, as a link in the sidebar. `input` is the filter and the order as the list's API takes them. */
export function SaveView({ noun, input }: { noun: ViewNoun; input: Record<string, string> }) {
  const t = useTranslations('shell.views');
  const { may } = useSession();
  const [saving, setSaving] = useState(false);
  if (!may('views.write')) return null;
  return (
    <>
      <Button size="sm" icon={<Bookmark />} onClick={() => setSaving(true)}>
        {t('saveView')}
      </Button>
      {saving && (
        <SaveViewDialog noun={noun} query={new URLSearchParams(input).toString()} onClose={() => setSaving(false)} />
      )}
    </>
  );
}
