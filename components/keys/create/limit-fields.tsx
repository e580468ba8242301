'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { KeyDraft } from '@/components/keys/create/key-draft';
import { ChoiceList } from '@/components/ui/choice-list';
import { Field } from '@/components/ui/field';
import { Icon } from '@/components/ui/icon';
import { Textarea } from '@/components/ui/textarea';
import { useApi } from '@/lib/api';
import { appChoices, tagChoices } from '@/lib/connection-list-queries';

type ObjectLimits = Pick<KeyDraft, 'appIds' | 'tagIds'>;

type LimitFieldsProps = {
  limits: ObjectLimits;
  onChange: (limits: ObjectLimits) => void;
  kept: KeyDraft | null;
};

const listed = { className: 'font-mono', spellCheck: false };

const isLimited = ({ appIds, tagIds, advertiserIds, addressRanges }: KeyDraft) =>
  [appIds, tagIds, advertiserIds, addressRanges].some(({ length }) => length > 0);

/** What the key is confined to; nothing, unless somebody says so. */
export function LimitFields({ limits, onChange, kept }: LimitFieldsProps) {
  const t = useTranslations('keys');
  const api = useApi();
  const { data: apps } = useQuery(appChoices(api));
  const { data: tags } = useQuery(tagChoices(api));
  const choicesOf = (rows: { id: string; name: string }[] | undefined) =>
    rows?.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <details open={kept !== null && isLimited(kept)} className="group rounded-xl border p-3">
      <summary className="flex list-none items-center gap-1.5 rounded font-medium [&::-webkit-details-marker]:hidden">
        <Icon name="chevron-down" className="size-4 -rotate-90 transition-transform group-open:rotate-0" />
        {t('make.limits')}
      </summary>
      <div className="grid gap-4 pt-3 sm:grid-cols-2">
        <p className="text-mute sm:col-span-2">{t('make.limitsHint')}</p>
        <div className="grid content-start gap-1">
          <span className="font-medium">{t('limit.apps')}</span>
          <div className="max-h-52 overflow-y-auto rounded-lg border p-1">
            <ChoiceList
              label={t('limit.apps')}
              choices={choicesOf(apps?.rows)}
              chosen={limits.appIds}
              onChange={(appIds) => onChange({ ...limits, appIds })}
            />
          </div>
        </div>
        <div className="grid content-start gap-1">
          <span className="font-medium">{t('limit.tags')}</span>
          <div className="max-h-52 overflow-y-auto rounded-lg border p-1">
            <ChoiceList
              label={t('limit.tags')}
              choices={choicesOf(tags)}
              chosen={limits.tagIds}
              onChange={(tagIds) => onChange({ ...limits, tagIds })}
            />
          </div>
        </div>
        <Field label={t('limit.advertisers')} hint={t('make.advertisersHint')} optional>
          {(control) => <Textarea {...control} {...listed} name="advertiserIds" defaultValue={kept?.advertiserIds} />}
        </Field>
        <Field label={t('limit.addresses')} hint={t('make.addressesHint')} optional>
          {(control) => <Textarea {...control} {...listed} name="addressRanges" defaultValue={kept?.addressRanges} />}
        </Field>
      </div>
    </details>
  );
}
