'use client';

import { useQuery } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { useActionWording, useKindWording } from '@/components/audit/use-action-wording';
import { useAuditSearch } from '@/components/audit/use-audit-search';
import { Button } from '@/components/ui/button';
import { FilterChip } from '@/components/ui/filter-chip';
import { useBrowserTimeZone } from '@/components/ui/use-browser-time-zone';
import type { AuditEvent } from '@/contract/audit';
import { useApi } from '@/lib/api';
import { memberChoices } from '@/lib/audit-queries';
import { narrowedBy } from '@/lib/audit-search';
import { formatDateTime } from '@/lib/format';

/** Every filter that is on, each with the way to take it off. `object` names what `objectId` is about. */
export function ActiveFilters({ object }: { object: AuditEvent['object'] | undefined }) {
  const t = useTranslations('audit');
  const { search, ask, clear } = useAuditSearch();
  const [locale, timeZone] = [useLocale(), useBrowserTimeZone()];
  const [wording, kindWording] = [useActionWording(), useKindWording()];
  const { action, actorId, objectKind, objectId, result, ip, from, to } = search;
  const members = useQuery({ ...memberChoices(useApi()), enabled: actorId !== null });
  const actor = members.data?.rows.find(({ id }) => id === actorId)?.name ?? actorId;
  if (narrowedBy(search).filter((name) => name !== 'q').length === 0) return null;
  const moment = (at: string) => formatDateTime(at, locale, timeZone);
  const objectName = object?.id === objectId ? object?.name : undefined;
  const chips: [label: string, value: string | null, part: Parameters<typeof ask>[0]][] = [
    [t('filter.actor'), actor, { actorId: null }],
    [t('column.object'), objectKind && kindWording(objectKind), { objectKind: null }],
    [t('column.object'), objectName ?? objectId, { objectId: null }],
    [t('filter.result'), result.map((one) => t(`result.${one}`)).join(', '), { result: null }],
    [t('column.ip'), ip, { ip: null }],
    [t('filter.from'), from && moment(from), { from: null }],
    [t('filter.before'), to && moment(to), { to: null }],
  ];
  return (
    <div role="group" aria-label={t('filter.active')} className="flex flex-wrap items-center gap-2">
      {action.map((word) => (
        <FilterChip
          key={word}
          label={t('filter.action')}
          value={wording(word)}
          onRemove={() => ask({ action: action.filter((other) => other !== word) })}
        />
      ))}
      {chips.map(
        ([label, value, part]) =>
          value && <FilterChip key={Object.keys(part)[0]} label={label} value={value} onRemove={() => ask(part)} />,
      )}
      <Button variant="ghost" size="sm" onClick={clear}>
        {t('filter.clear')}
      </Button>
    </div>
  );
}
