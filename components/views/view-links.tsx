'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ViewLink } from '@/components/views/view-link';
import type { ViewAct } from '@/components/views/view-act';
import { later } from '@/components/ui/later';
import { useApi } from '@/lib/api';
import { savedViews } from '@/lib/view-queries';

const ViewDialog = later(async () => (await import('./view-dialog')).ViewDialog);

/** The saved views in the sidebar, each with how many rows it has now. */
export function ViewLinks() {
  const t = useTranslations('shell.views');
  const { data } = useQuery(savedViews(useApi()));
  const [act, setAct] = useState<ViewAct>();
  if (!data || data.rows.length === 0) return null;
  return (
    <nav aria-label={t('title')} className="min-h-0 overflow-y-auto">
      <p className="px-2 pb-1 text-xs font-medium text-mute">{t('title')}</p>
      <ul className="grid gap-0.5">
        {data.rows.map((view) => (
          <ViewLink key={view.id} view={view} onAct={(kind) => setAct({ kind, view })} />
        ))}
      </ul>
      {act && <ViewDialog {...act} onClose={() => setAct(undefined)} />}
    </nav>
  );
}
