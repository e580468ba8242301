import { useLocale, useTranslations } from 'next-intl';
import { Icon, type IconName } from '@/components/ui/icon';
import type { ScopeNode, ScopeState } from '@/contract/scope-tree';
import { cn } from '@/lib/cn';

const marks: Record<ScopeState, { icon: IconName; color: string }> = {
  granted: { icon: 'check', color: 'text-ok' },
  partly: { icon: 'minus', color: 'text-degraded' },
  missing: { icon: 'x', color: 'text-mute' },
};

type ScopeItemProps = { node: ScopeNode; showMissing: boolean; bothLanguages: boolean; top?: boolean };

/** What is partly granted lies open; what is all or nothing folds its parts away. */
export function ScopeItem({ node, top = false, ...rest }: ScopeItemProps) {
  const children = node.children.filter(({ state }) => rest.showMissing || state !== 'missing');
  const line = <Line node={node} top={top} bothLanguages={rest.bothLanguages} folds={foldsAway(node)} />;
  const below = children.length > 0 && (
    <ul className="mt-1 grid gap-1 ps-5">
      {children.map((child) => (
        <ScopeItem key={child.id} node={child} {...rest} />
      ))}
    </ul>
  );
  if (!below || !foldsAway(node)) {
    return (
      <li>
        {line}
        {below}
      </li>
    );
  }
  return (
    <li>
      <details>
        <summary className="list-none rounded [&::-webkit-details-marker]:hidden">{line}</summary>
        {below}
      </details>
    </li>
  );
}

const foldsAway = ({ state, children }: ScopeNode) => state !== 'partly' && children.length > 0;

type LineProps = { node: ScopeNode; top: boolean; bothLanguages: boolean; folds: boolean };

function Line({ node, top, bothLanguages, folds }: LineProps) {
  const t = useTranslations('connections.permissions');
  const locale = useLocale();
  const other = locale === 'ja' ? 'en' : 'ja';
  const { icon, color } = marks[node.state];
  return (
    <span className="inline-flex max-w-full items-start gap-2">
      <Icon name={icon} className={cn('mt-0.5 size-4', color)} />
      <span className={cn('min-w-0', node.state === 'missing' && 'text-mute')}>
        <span className="sr-only">{t(`state.${node.state}`)}: </span>
        <span className={cn(top && 'font-semibold')}>{node[locale]}</span>{' '}
        <code translate="no" className="font-mono text-xs break-all text-mute">
          {node.id}
        </code>
        {bothLanguages && (
          <span lang={other} className="block text-xs text-mute">
            {node[other]}
          </span>
        )}
      </span>
      {folds && (
        <Icon
          name="chevron-right"
          className="mt-1 size-3 text-mute transition-transform [[open]>summary_&]:rotate-90"
        />
      )}
    </span>
  );
}
