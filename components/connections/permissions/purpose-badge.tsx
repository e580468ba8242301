import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Icon } from '@/components/ui/icon';
import { scopeFits } from '@/contract/scope-templates';

/** How many purposes it serves, in one word. */
export function PurposeBadge({ scopes }: { scopes: readonly string[] }) {
  const t = useTranslations('connections.permissions');
  const fitting = scopeFits(scopes).filter(({ fits }) => fits);
  if (fitting.length === 0) {
    return (
      <Badge tone="degraded" icon={<Icon name="triangle-alert" />}>
        {t('fitsNone')}
      </Badge>
    );
  }
  return (
    <Badge tone="ok" icon={<Icon name="check" />}>
      {t('fitsSome', { count: fitting.length })}
    </Badge>
  );
}
