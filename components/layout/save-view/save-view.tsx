'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useChangedView } from '@/components/layout/save-view/use-changed-view';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { later } from '@/components/ui/later';
import type { ViewNoun } from '@/contract/views';
import { useSession } from '@/lib/session';

const SaveChanges = later(async () => (await import('./save-changes')).SaveChanges);
const SaveViewDialog = later(async () => (await import('./save-view-dialog')).SaveViewDialog);

/** Keeps what a list shows, as a link in the sidebar. `input` is the filter and the order as the list's API takes them. */
export function SaveView({ noun, input }: { noun: ViewNoun; input: Record<string, string> }) {
  const t = useTranslations('shell.views');
  const { may } = useSession();
  const [saving, setSaving] = useState(false);
  const query = new URLSearchParams(input).toString();
  const changed = useChangedView(noun, query);
  if (!may('views.write')) return null;
  return (
    <>
      {changed && <SaveChanges view={changed} query={query} />}
      <Button size="sm" icon={<Icon name="bookmark" />} onClick={() => setSaving(true)} {...SaveViewDialog.near}>
        {t(changed ? 'saveNew' : 'saveView')}
      </Button>
      {saving && <SaveViewDialog noun={noun} query={query} onClose={() => setSaving(false)} />}
    </>
  );
}
