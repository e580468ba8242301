import { useTranslations } from 'next-intl';
import { useListWords } from '@/components/connections/list/list-words';
import { summarizeScopes } from '@/components/connections/list/summarize-scopes';

export function ScopeSummary({ scopes }: { scopes: readonly string[] }) {
  const t = useTranslations('connections');
  const { names, more, all } = summarizeScopes(scopes, useListWords().areas);
  if (names.length === 0) return <span className="text-mute">{t('noScopes')}</span>;
  return (
    <span title={all.join(t('comma'))} className="flex gap-1">
      <span className="truncate">{names.join(t('comma'))}</span>
      {more > 0 && <span className="text-mute">+{more}</span>}
    </span>
  );
}
