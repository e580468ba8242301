import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Icon } from '@/components/ui/icon';
import { Cell, HeaderCell, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { DateTime } from '@/components/ui/time';
import { RetireKey } from '@/components/vault/retire-key';
import type { VaultKey, VaultState } from '@/contract/vault';
import { formatNumber } from '@/lib/format';

const looks = {
  coming: { tone: 'accent', icon: <Icon name="clock" /> },
  sealing: { tone: 'ok', icon: <Icon name="circle-dot" /> },
  opening: { tone: 'degraded', icon: <Icon name="lock-open" /> },
  retired: { tone: 'neutral', icon: <Icon name="folder-lock" /> },
} as const satisfies Record<VaultKey['use'], object>;

export function KeyTable({ state: { keys, rotation } }: { state: VaultState }) {
  const t = useTranslations('vault.keys');
  const locale = useLocale();
  return (
    <Table label={t('title')}>
      <TableHead>
        <HeaderCell>{t('number')}</HeaderCell>
        <HeaderCell>{t('use')}</HeaderCell>
        <HeaderCell>{t('created')}</HeaderCell>
        <HeaderCell number>{t('count')}</HeaderCell>
        <HeaderCell>
          <span className="sr-only">{t('actions')}</span>
        </HeaderCell>
      </TableHead>
      <TableBody>
        {keys.map(({ id, use, createdAt, count }) => (
          <TableRow key={id}>
            <Cell className="tabular-nums">{id}</Cell>
            <Cell>
              <Badge tone={looks[use].tone} icon={looks[use].icon}>
                {t(`uses.${use}`)}
              </Badge>
            </Cell>
            <Cell className="whitespace-nowrap">
              <DateTime at={createdAt} />
            </Cell>
            <Cell number>{formatNumber(count, locale)}</Cell>
            <Cell className="text-end">{use === 'opening' && count === 0 && !rotation && <RetireKey id={id} />}</Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
