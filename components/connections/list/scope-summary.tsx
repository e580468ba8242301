import { useTranslations } from 'next-intl';
import { useListWords } from '@/components/connections/list/list-words';
import { summarizeScopes } from '@/components/connections/list/summarize-scopes';
import { cn } from '@/lib/cn';

/** The areas that a connection's permissions lie in: two by name where there is room, else one. */
export function ScopeSummary({ scopes }: { scopes: readonly string[] }) {
  const t = useTranslations('connections');
  const { names, more, all } = summarizeScopes(scopes, useListWords().areas);
  if (names.length === 0) return <span className="text-mute">{t('noScopes')}</span>;
  const [first, ...others] = names;
  return (
    <span title={all.join(t('comma'))} className="flex gap-1">
      <span className="truncate">
        {first}
        <span className="max-2xl:hidden">{others.map((name) => t('comma') + name)}</span>
      </span>
      <Rest count={more} className="max-2xl:hidden" />
      <Rest count={more + others.length} className="2xl:hidden" />
    </span>
  );
}

const Rest = ({ count, className }: { count: number; className: string }) =>
  count > 0 && <span className={cn('text-mute', className)}>+{count}</span>;
