'use client';

import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FailureCallout } from '@/components/connections/failure';
import { selectionInput } from '@/components/connections/list/export-path';
import { useConnectionSearch } from '@/components/connections/list/use-connection-search';
import { useTagging } from '@/components/connections/list/use-tagging';
import { Button } from '@/components/ui/button';
import { ChoiceList } from '@/components/ui/choice-list';
import type { Selecting } from '@/components/ui/data-table/use-selection';
import { Dialog } from '@/components/ui/dialog';
import { Segmented } from '@/components/ui/segmented';
import { useApi } from '@/lib/api';
import { tagChoices } from '@/lib/connection-queries';

/** Puts tags on everything selected, or takes them off; a tag that is not there yet is made as it is typed. */
export function TagDialog({ selecting, onClose }: { selecting: Selecting; onClose: () => void }) {
  const t = useTranslations('connections.tagging');
  const { search } = useConnectionSearch();
  const tags = useQuery(tagChoices(useApi()));
  const [direction, setDirection] = useState<'add' | 'remove'>('add');
  const [chosen, setChosen] = useState<string[]>([]);
  const { create, change } = useTagging({
    onCreated: (id) => setChosen((others) => [...others, id]),
    onChanged: onClose,
  });
  const choices = tags.data?.map(({ id, name }) => ({ value: id, label: name }));
  const fresh = (text: string) => text && direction === 'add' && !choices?.some(({ label }) => label === text);
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
        onChange={setChosen}
        footer={(text) =>
          fresh(text) && (
            <Button
              variant="ghost"
              size="sm"
              className="justify-self-start"
              icon={<Plus />}
              pending={create.isPending}
              onClick={() => create.mutate({ name: text.slice(0, 40) })}
            >
              {t('create', { name: text.slice(0, 40) })}
            </Button>
          )
        }
      />
      <FailureCallout error={change.error ?? create.error ?? tags.error} />
    </Dialog>
  );
}
