import { useLocale, useTranslations } from 'next-intl';
import { ChangeList } from '@/components/connections/history/change-list';
import { scopeName } from '@/contract/scope-tree';

export function ScopeChanges({ change, ids }: { change: 'gained' | 'lost'; ids: readonly string[] }) {
  const t = useTranslations('connections');
  const locale = useLocale();
  if (ids.length === 0) return null;
  return (
    <ChangeList change={change} title={t(`history.${change}Scopes`, { count: ids.length })}>
      {ids.map((id) => (
        <li key={id}>
          {scopeName(id, locale) ?? t('permissions.unknownName')}{' '}
          <code translate="no" className="font-mono text-xs break-all text-mute">
            {id}
          </code>
        </li>
      ))}
    </ChangeList>
  );
}
