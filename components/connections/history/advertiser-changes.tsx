import { useTranslations } from 'next-intl';
import { ChangeList } from '@/components/connections/history/change-list';
import type { Named } from '@/components/connections/history/read-event';
import { CopyableId } from '@/components/ui/copyable-id';

type AdvertiserChangesProps = { change: 'gained' | 'lost'; list: readonly Named[]; count: number };

/** `count` is exact; the list names the first hundred. */
export function AdvertiserChanges({ change, list, count }: AdvertiserChangesProps) {
  const t = useTranslations('connections.history');
  if (count === 0) return null;
  return (
    <ChangeList change={change} title={t(`${change}Advertisers`, { count })}>
      {list.map(({ advertiserId, name }) => (
        <li key={advertiserId} className="break-words">
          {name} <CopyableId id={advertiserId} className="text-mute" />
        </li>
      ))}
      {count > list.length && <li className="text-mute">{t('andMore', { count: count - list.length })}</li>}
    </ChangeList>
  );
}
