'use client';

import { Download, Tag, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { canExport, exportPath } from '@/components/connections/list/export-path';
import { useConnectionSearch } from '@/components/connections/list/use-connection-search';
import { useShortcuts } from '@/components/ui/use-shortcuts';
import type { Selecting } from '@/components/ui/data-table/use-selection';
import { useSession } from '@/lib/session';

const TagDialog = dynamic(() => import('./tag-dialog').then((module) => module.TagDialog));

/** What can be done with the rows that are selected; each button names its key. */
export function BulkBar({ selecting, total }: { selecting: Selecting; total: number }) {
  const t = useTranslations('connections.bulk');
  const { team, may } = useSession();
  const { search } = useConnectionSearch();
  const [tagging, setTagging] = useState(false);
  const { selection, count } = selecting;
  const file = canExport(selection)
    ? exportPath(team.slug, search, selection.all ? [] : [...selection.ids])
    : undefined;
  const mayTag = may('connections.write');
  useShortcuts(
    count === 0 || tagging
      ? {}
      : {
          ...(mayTag && { t: () => setTagging(true) }),
          ...(file && { e: () => window.location.assign(file) }),
        },
  );
  if (count === 0) return null;
  return (
    <>
      <div
        role="toolbar"
        aria-label={t('label')}
        className="fixed inset-x-3 bottom-3 z-10 mx-auto flex w-fit max-w-full flex-wrap items-center gap-2 rounded-xl bg-ink px-3 py-2 text-paper shadow-lift md:bottom-6"
      >
        <span role="status" className="font-semibold tabular-nums">
          {t('selected', { count })}
        </span>
        {count < total && (
          <button
            type="button"
            className="rounded underline underline-offset-2 opacity-80 hover:opacity-100"
            onClick={selecting.setAll}
          >
            {t('all', { count: total })}
          </button>
        )}
        {mayTag && (
          <button type="button" aria-keyshortcuts="T" className={action} onClick={() => setTagging(true)}>
            <Tag aria-hidden />
            {t('tag')}
            <kbd className={key}>T</kbd>
          </button>
        )}
        {file ? (
          <a href={file} download aria-keyshortcuts="E" className={action}>
            <Download aria-hidden />
            {t('export')}
            <kbd className={key}>E</kbd>
          </a>
        ) : (
          <span className="text-xs opacity-80">{t('tooManyToExport')}</span>
        )}
        <button type="button" aria-label={t('clear')} title={t('clear')} className={action} onClick={selecting.clear}>
          <X aria-hidden />
        </button>
      </div>
      {tagging && <TagDialog selecting={selecting} onClose={() => setTagging(false)} />}
    </>
  );
}

const action =
  'inline-flex h-7 items-center gap-2 rounded-lg border border-current/25 px-2 text-xs font-medium hover:bg-current/10 outline-offset-2 focus-visible:outline-current [&_svg]:size-3.5';
const key = 'rounded border border-current/25 px-1 font-sans text-[0.625rem] opacity-80 max-md:hidden';
