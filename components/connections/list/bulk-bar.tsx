'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FailureCallout } from '@/components/connections/failure';
import { isTooMany } from '@/components/connections/list/export-path';
import { useExportSelected } from '@/components/connections/list/use-export-selected';
import type { Selecting } from '@/components/ui/data-table/use-selection';
import { Icon } from '@/components/ui/icon';
import { later } from '@/components/ui/later';
import { Spinner } from '@/components/ui/spinner';
import { useShortcuts } from '@/components/ui/use-shortcuts';
import { mostPicked } from '@/contract/connection-words';
import { useSession } from '@/lib/session';

const TagDialog = later(async () => (await import('./tag-dialog')).TagDialog);

/** What can be done with the rows that are selected; each button names its key. */
export function BulkBar({ selecting, total }: { selecting: Selecting; total: number }) {
  const t = useTranslations('connections.bulk');
  const { may } = useSession();
  const [tagging, setTagging] = useState(false);
  const { selection } = selecting;
  const file = useExportSelected(selection);
  const tooMany = isTooMany(selection);
  const mayTag = may('connections.write') && !tooMany;
  const mayExport = !tooMany && !file.isPending;
  useShortcuts(tagging ? {} : { ...(mayTag && { t: () => setTagging(true) }), ...(mayExport && { e: file.save }) });
  return (
    <>
      <div className="fixed inset-x-3 bottom-3 z-10 mx-auto grid w-fit max-w-full gap-2 md:bottom-6">
        <FailureCallout error={file.error} title={t('exportFailed')} />
        <div
          role="toolbar"
          aria-label={t('label')}
          className="flex flex-wrap items-center gap-2 justify-self-center rounded-xl bg-ink px-3 py-2 text-paper shadow-lift"
        >
          <Count selecting={selecting} total={total} />
          {mayTag && (
            <button
              type="button"
              aria-keyshortcuts="T"
              className={action}
              onClick={() => setTagging(true)}
              {...TagDialog.near}
            >
              <Icon name="tag" />
              {t('tag')}
              <kbd className={key}>T</kbd>
            </button>
          )}
          {tooMany ? (
            <span className="text-xs opacity-80">{t('tooMany', { most: mostPicked })}</span>
          ) : (
            <button
              type="button"
              aria-keyshortcuts="E"
              aria-disabled={file.isPending || undefined}
              aria-busy={file.isPending || undefined}
              className={action}
              onClick={mayExport ? file.save : undefined}
            >
              {file.isPending ? <Spinner /> : <Icon name="download" />}
              {t('export')}
              <kbd className={key}>E</kbd>
            </button>
          )}
          <button type="button" aria-label={t('clear')} title={t('clear')} className={action} onClick={selecting.clear}>
            <Icon name="x" />
          </button>
        </div>
      </div>
      {tagging && <TagDialog selecting={selecting} onClose={() => setTagging(false)} />}
    </>
  );
}

/** How many are selected, and the step from a few to all. */
function Count({ selecting: { count, setAll }, total }: { selecting: Selecting; total: number }) {
  const t = useTranslations('connections.bulk');
  return (
    <>
      <span role="status" className="font-semibold tabular-nums">
        {t('selected', { count })}
      </span>
      {count < total && (
        <button
          type="button"
          className="rounded underline underline-offset-2 opacity-80 hover:opacity-100"
          // It leaves with the press; the focus goes on to what can be done with them all.
          onClick={({ currentTarget }) => {
            (currentTarget.nextElementSibling as HTMLElement | null)?.focus();
            setAll();
          }}
        >
          {t('all', { count: total })}
        </button>
      )}
    </>
  );
}

const action =
  'inline-flex h-7 items-center gap-2 rounded-lg border border-current/25 px-2 text-xs font-medium hover:bg-current/10 outline-offset-2 focus-visible:outline-current [&_svg]:size-3.5';
const key = 'rounded border border-current/25 px-1 font-sans text-[0.625rem] opacity-80 max-md:hidden';
