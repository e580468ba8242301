import { useLocale, useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { scopeFits, type ScopeFit } from '@/contract/scope-templates';
import { scopeName } from '@/contract/scope-tree';
import { cn } from '@/lib/cn';

/** What it can be used for, and what it lacks for the rest. */
export function Purposes({ scopes }: { scopes: readonly string[] }) {
  const t = useTranslations('connections.permissions');
  return (
    <ul aria-label={t('purposes')} className="grid gap-2.5">
      {scopeFits(scopes).map((fit) => (
        <Purpose key={fit.template.id} fit={fit} />
      ))}
    </ul>
  );
}

function Purpose({ fit: { template, fits, lacks } }: { fit: ScopeFit }) {
  const t = useTranslations('connections.permissions');
  const locale = useLocale();
  const icon = fits ? 'check' : 'x';
  return (
    <li className="flex items-start gap-2">
      <Icon name={icon} className={cn('mt-0.5 size-4', fits ? 'text-ok' : 'text-mute')} />
      <div className="min-w-0">
        <span className="font-medium">{template[locale]}</span>{' '}
        <span className={fits ? 'text-ok' : 'text-degraded'}>{fits ? t('fits') : t('lacks')}</span>
        {lacks.length > 0 && (
          <ul className="text-mute">
            {lacks.map((id) => (
              <li key={id}>
                {scopeName(id, locale)}{' '}
                <code translate="no" className="font-mono text-xs">
                  {id}
                </code>
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}
