import { useTranslations } from 'next-intl';
import { ScopeItem } from '@/components/connections/permissions/scope-item';
import { scopeTree } from '@/contract/scope-tree';

type ScopeTreeProps = { scopes: readonly string[]; showMissing?: boolean; bothLanguages?: boolean };

/** What was granted, in TikTok's three levels, with the ids TikTok asks for. */
export function ScopeTree({ scopes, showMissing = false, bothLanguages = false }: ScopeTreeProps) {
  const t = useTranslations('connections.permissions');
  const { nodes, unknown } = scopeTree(scopes);
  const shown = nodes.filter(({ state }) => showMissing || state !== 'missing');
  if (shown.length + unknown.length === 0) return <p className="text-mute">{t('none')}</p>;
  return (
    <ul className="grid gap-2" aria-label={t('title')}>
      {shown.map((node) => (
        <ScopeItem key={node.id} node={node} showMissing={showMissing} bothLanguages={bothLanguages} top />
      ))}
      {unknown.map((id) => (
        <li key={id} className="ps-6 break-words">
          {t.rich('unknown', { id: () => <Id id={id} /> })}
        </li>
      ))}
    </ul>
  );
}

const Id = ({ id }: { id: string }) => (
  <code translate="no" className="font-mono text-xs break-all text-mute">
    {id}
  </code>
);
