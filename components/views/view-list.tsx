'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ViewLink } from '@/components/views/view-link';
import type { ViewAct } from '@/components/views/view-act';
import { later } from '@/components/ui/later';
import type { View } from '@/contract/views';

const ViewDialog = later(async () => (await import('./view-dialog')).ViewDialog);

/** The saved views, each with how many rows it has now. */
export function ViewList({ views }: { views: readonly View[] }) {
  const t = useTranslations('shell.views');
  const [act, setAct] = useState<ViewAct>();
  return (
    <nav aria-label={t('title')} className="min-h-0 overflow-y-auto">
      <p className="px-2 pb-1 text-xs font-medium text-mute">{t('title')}</p>
      <ul className="grid gap-0.5">
        {views.map((view) => (
          <ViewLink key={view.id} view={view} onAct={(kind) => setAct({ kind, view })} />
        ))}
      </ul>
      {act && <ViewDialog {...act} onClose={() => setAct(undefined)} />}
    </nav>
  );
}
