import { Check, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { scopeFits } from '@/contract/scope-templates';

/** How many purposes it serves, in one word. */
export function PurposeBadge({ scopes }: { scopes: readonly string[] }) {
  const t = useTranslations('connections.permissions');
  const fitting = scopeFits(scopes).filter(({ fits }) => fits);
  if (fitting.length === 0) {
    return (
      <Badge tone="degraded" icon={<TriangleAlert aria-hidden />}>
        {t('fitsNone')}
      </Badge>
    );
  }
  return (
    <Badge tone="ok" icon={<Check aria-hidden />}>
      {t('fitsSome', { count: fitting.length })}
    </Badge>
  );
}
