import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import { Icon } from '@/components/ui/icon';
import { type Tone, toneText } from '@/components/ui/tone';
import { cn } from '@/lib/cn';

type Rows = { rows: readonly { id: string; name: string; newToTeam?: boolean }[]; count: number; newCount?: number };
type DifferenceListProps = { title: string; kept: number; gained: Rows; lost: Rows };

const mostShown = 8;

/** Losses first: they are what the decision is about. */
export function DifferenceList({ title, kept, gained, lost }: DifferenceListProps) {
  const t = useTranslations('authorizations.comparing');
  return (
    <section className="grid content-start gap-2">
      <h2 className="font-semibold">{title}</h2>
      {lost.count > 0 && (
        <Group tone="broken" icon={<Icon name="minus" />} heading={t('lost', { count: lost.count })} {...lost} />
      )}
      {gained.count > 0 && (
        <Group tone="ok" icon={<Icon name="plus" />} heading={t('gained', { count: gained.count })} {...gained} />
      )}
      <Group tone="neutral" icon={<Icon name="equal" />} heading={t('kept', { count: kept })} rows={[]} count={0} />
    </section>
  );
}

type GroupProps = Rows & { tone: Tone; icon: ReactNode; heading: string };

function Group({ tone, icon, heading, rows, count, newCount = 0 }: GroupProps) {
  const t = useTranslations('authorizations.comparing');
  const shown = rows.slice(0, mostShown);
  return (
    <div>
      <h3 className={cn('flex items-center gap-1.5 font-medium [&_svg]:size-4', toneText[tone])}>
        {icon}
        {heading}
        {newCount > 0 && <span className="text-accent">{t('new', { count: newCount })}</span>}
      </h3>
      {shown.length > 0 && (
        <ul className="mt-1 ms-5.5 grid gap-0.5">
          {shown.map(({ id, name, newToTeam }) => (
            <li key={id}>
              {name} {name !== id && <span className="font-mono text-xs text-mute">{id}</span>}{' '}
              {newToTeam && newCount < count && (
                <Badge tone="accent" icon={<Icon name="circle-plus" />}>
                  {t('newToTeam')}
                </Badge>
              )}
            </li>
          ))}
          {count > shown.length && <li className="text-mute">{t('more', { count: count - shown.length })}</li>}
        </ul>
      )}
    </div>
  );
}
