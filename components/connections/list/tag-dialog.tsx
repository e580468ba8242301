'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FailureCallout } from '@/components/connections/failure';
import { selectionInput } from '@/components/connections/list/export-path';
import { useConnectionSearch } from '@/components/connections/list/use-connection-search';
import { useTagging } from '@/components/connections/list/use-tagging';
import { MakeTag } from '@/components/connections/make-tag';
import { Button } from '@/components/ui/button';
import { ChoiceList } from '@/components/ui/choice-list';
import type { Selecting } from '@/components/ui/data-table/use-selection';
import { Dialog } from '@/components/ui/dialog';
import { Segmented } from '@/components/ui/segmented';
import { useApi } from '@/lib/api';
import { tagChoices } from '@/lib/connection-list-queries';

/** Puts tags on everything selected, or takes them off; a tag that is not there yet is made as it is typed. */
export function TagDialog({ selecting, onClose }: { selecting: Selecting; onClose: () => void }) {
  const t = useTranslations('connections.tagging');
  const { search } = useConnectionSearch();
  const tags = useQuery(tagChoices(useApi()));
  const [direction, setDirection] = useState<'add' | 'remove'>('add');
  const [chosen, setChosen] = useState<string[]>([]);
  const change = useTagging(onClose);
  const choices = tags.data?.map(({ id, name }) => ({ value: id, label: name }));
  const footer = (
    <>
      <Button onClick={onClose} disabled={change.isPending}>
        {t('cancel')}
      </Button>
      <Button
        variant="primary"
        disabled={chosen.length === 0}
        pending={change.isPending}
        onClick={() => change.mutate({ select: selectionInput(selecting.selection, search), [direction]: chosen })}
      >
        {t(direction)}
      </Button>
    </>
  );
  return (
    <Dialog
      open
      onClose={onClose}
      busy={change.isPending}
      title={t('title', { count: selecting.count })}
      footer={footer}
    >
      <Segmented
        label={t('direction')}
        value={direction}
        options={(['add', 'remove'] as const).map((value) => ({ value, label: t(value) }))}
        onChange={setDirection}
      />
      <ChoiceList
        label={t('tags')}
        choices={choices}
        chosen={chosen}
        placeholder={direction === 'add' ? t('find') : undefined}
        onChange={setChosen}
        footer={(text) =>
          direction === 'add' && (
            <MakeTag text={text} choices={choices} onMade={(id) => setChosen((others) => [...others, id])} />
          )
        }
      />
      <FailureCallout error={change.error ?? tags.error} />
    </Dialog>
  );
}
